package org.torg.portal.office.module;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Outcome;
import org.torg.api.account.People;
import org.torg.api.account.UserId;
import org.torg.api.module.ModuleSet;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Visit;

/** Who published generations, as far as the reader may know it. */
record Authors(People people) {

    private static final String USER = "user:";
    private static final String MACHINE = "machine:";

    Map<String, String> of(Visit visit, VendorId vendor, String ownName, Collection<ModuleSet> sets) {
        Map<String, String> names = new HashMap<>();
        sets.stream()
                .map(ModuleSet::author)
                .distinct()
                .forEach(author -> names.put(author, name(visit, vendor, ownName, author)));
        return names;
    }

    private String name(Visit visit, VendorId vendor, String ownName, String author) {
        if (author.equals(visit.caller().subject().key())) {
            return ownName;
        }
        if (author.startsWith(MACHINE)) {
            return visit.reader().text("modules.by-machine");
        }
        if (!author.startsWith(USER)) {
            return visit.reader().text("modules.by-token");
        }
        UserId user = new UserId(author.substring(USER.length()));
        return member(visit, new People.Team.Staff(Optional.of(vendor)), user)
                .or(() -> member(visit, new People.Team.Staff(Optional.empty()), user))
                .orElseGet(() -> visit.reader().text("modules.by-colleague"));
    }

    /** Names of colleagues are told to those who manage them. */
    private Optional<String> member(Visit visit, People.Team team, UserId user) {
        Outcome<People.Member> found = people.get(visit.caller(), team, user);
        return found.isDone() ? Optional.of(found.orElseThrow().name()) : Optional.empty();
    }
}
