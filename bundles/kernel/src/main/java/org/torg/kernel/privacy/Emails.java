package org.torg.kernel.privacy;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torg.api.account.UserId;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.Transactions.Tx;

/** The addresses by which a person is known here, in lower case. */
final class Emails {

    private Emails() {}

    /** With the one that is to be and is not confirmed yet. */
    static Set<String> of(PeopleStore people, Tx tx, UserId user) {
        return Stream.concat(
                        people.person(tx, user).flatMap(person -> person.email()).stream(),
                        people.newEmail(tx, user).stream())
                .map(email -> email.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
