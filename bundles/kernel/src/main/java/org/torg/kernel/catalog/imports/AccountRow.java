package org.torg.kernel.catalog.imports;

import java.util.Optional;
import java.util.Set;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts.NewLocation;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.NewMember;
import org.torg.api.account.People.Rights;
import org.torg.api.account.Role;

/**
 * What a good row of a file of customers says.
 *
 * @param account without an id
 * @param location one of it, where the row names one
 * @param person one of its people, where the row names one
 * @param tier with the vendor
 * @param groups price groups with the vendor
 */
record AccountRow(
        Account account,
        Optional<NewLocation> location,
        Optional<Person> person,
        Optional<String> tier,
        Set<String> groups) {

    /**
     * @param member whose rights are still to be put together
     * @param locations by their numbers; empty: everywhere
     */
    record Person(NewMember member, Role role, Set<Function> functions, Set<String> locations, boolean shared) {

        NewMember at(Set<LocationId> ids) {
            return new NewMember(
                    member.email(),
                    member.name(),
                    member.phone(),
                    member.language(),
                    new Rights(role, functions, ids, ids.isEmpty(), shared));
        }
    }

    String customerNumber() {
        return account.customerNumber();
    }
}
