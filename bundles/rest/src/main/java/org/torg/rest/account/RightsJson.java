package org.torg.rest.account;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.Rights;
import org.torg.api.account.Role;
import org.torg.rest.http.Faults;
import org.torg.rest.http.Words;

/** What somebody may do, and where. */
public record RightsJson(
        Optional<String> role,
        Optional<List<String>> functions,
        Optional<List<String>> locations,
        Optional<Boolean> everywhere,
        Optional<Boolean> sharedLogin) {

    private static final int MOST = 500;

    static RightsJson of(Rights rights) {
        return new RightsJson(
                Optional.of(rights.role().code()),
                Optional.of(rights.functions().stream().map(Words::of).sorted().toList()),
                Optional.of(rights.locations().stream()
                        .map(LocationId::value)
                        .sorted()
                        .toList()),
                Optional.of(rights.everywhere()),
                Optional.of(rights.sharedLogin()));
    }

    static Rights read(Faults faults, String at, Optional<RightsJson> rights) {
        Rights none = new Rights(Role.COLLEAGUE, Set.of(), Set.of(), false, false);
        return faults.required(at, rights.map(given -> given.read(faults, at)), none);
    }

    private Rights read(Faults faults, String at) {
        Optional<String> named = faults.required(at + "/role", role.map(Optional::of), Optional.<String>empty());
        Role read = faults.word(at + "/role", named, Role.class).orElse(Role.COLLEAGUE);
        Set<Function> ticked = EnumSet.noneOf(Function.class);
        faults.each(
                        at + "/functions",
                        functions,
                        MOST,
                        "functions-too-many",
                        (pointer, word) -> faults.word(pointer, Optional.of(word), Function.class))
                .forEach(function -> function.ifPresent(ticked::add));
        Set<LocationId> places = new HashSet<>();
        faults.each(
                        at + "/locations",
                        locations,
                        MOST,
                        "locations-too-many",
                        (pointer, id) -> faults.text(pointer, Optional.of(id), 64))
                .forEach(id -> id.map(LocationId::new).ifPresent(places::add));
        return new Rights(read, ticked, places, everywhere.orElse(false), sharedLogin.orElse(false));
    }
}
