package org.torg.kernel.privacy;

import java.util.Set;
import org.torg.api.privacy.Subject;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.Transactions.Tx;

/** The addresses by which a subject is known here, in lower case. */
final class Emails {

    private Emails() {}

    /** Not one that is still to be confirmed: until then it is somebody else's. */
    static Set<String> of(PeopleStore people, Tx tx, Subject subject) {
        if (subject instanceof Subject.Address address) {
            return address.email().map(AddressKeys::normal).map(Set::of).orElse(Set.of());
        }
        return subject instanceof Subject.User user
                ? people.person(tx, user.user())
                        .flatMap(person -> person.email())
                        .map(AddressKeys::normal)
                        .map(Set::of)
                        .orElse(Set.of())
                : Set.of();
    }
}
