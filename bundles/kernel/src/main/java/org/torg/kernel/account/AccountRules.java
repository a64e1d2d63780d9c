package org.torg.kernel.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.account.Accounts.NewUser;

/** What people must be like before they are stored. */
final class AccountRules {

    private static final int NAME = 200;

    private AccountRules() {}

    /** Why this person is not acceptable; empty when it is. */
    static Optional<Refusal> objection(NewUser user) {
        List<Detail> details = new ArrayList<>();
        ContactRules.email(user.email(), "/email").ifPresent(details::add);
        ContactRules.text(user.name(), NAME, "/name").ifPresent(details::add);
        ContactRules.language(user.language(), "/language").ifPresent(details::add);
        if (user.memberships().isEmpty()) {
            details.add(Refusal.detail(
                    "/memberships", "value-invalid", "This is missing, too long or not of the right form."));
        }
        if (!details.isEmpty()) {
            return Optional.of(
                    Refusal.of(Refusal.Kind.UNPROCESSABLE, "user-invalid", "The person's details are not right.")
                            .with(details));
        }
        return Optional.empty();
    }
}
