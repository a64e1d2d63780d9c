package org.torg.rest.account;

import javax.ws.rs.core.Response;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Replies;

/** An account as a reply: with those who look after it, and what is doubtful about it. */
final class AccountReplies {

    private final Accounts accounts;
    private final MessageText texts;

    AccountReplies(Accounts accounts, MessageText texts) {
        this.accounts = accounts;
        this.texts = texts;
    }

    Response ok(Caller caller, Account account) {
        return Replies.ok(shape(caller, account), account.version());
    }

    AccountJson shape(Caller caller, Account account) {
        return AccountJson.of(
                account,
                accounts.managers(caller, account.id()).orElseThrow(),
                accounts.warnings(account),
                texts.of(caller.language()));
    }
}
