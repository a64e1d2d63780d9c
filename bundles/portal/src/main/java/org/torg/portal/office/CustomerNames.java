package org.torg.portal.office;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;

/** What the customers of a page of a list are called, as far as the reader may know it. */
@Component(service = CustomerNames.class)
public final class CustomerNames {

    private final Accounts accounts;

    @Activate
    public CustomerNames(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    /** One read for each account: for the few of one page. */
    public Map<AccountId, String> of(Caller caller, Collection<AccountId> ids) {
        Map<AccountId, String> names = new HashMap<>();
        if (caller.mayAnywhere(Function.ACCOUNT_READ)) {
            for (AccountId id : Set.copyOf(ids)) {
                Outcome<Account> found = accounts.get(caller, id);
                if (found.isDone()) {
                    names.put(id, found.orElseThrow().name());
                }
            }
        }
        return names;
    }
}
