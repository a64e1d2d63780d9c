package org.torg.rest.account;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.ApiTokens.NewToken;
import org.torg.api.account.Function;
import org.torg.rest.http.Faults;

/** A token that is to be made. */
public record NewApiTokenJson(
        Optional<String> name, Optional<List<String>> functions, Optional<String> account, Optional<String> expiresAt) {

    NewToken read() {
        Faults faults = new Faults();
        String named = faults.requiredText("/name", name, 100);
        faults.required("/functions", functions, List.of());
        List<Optional<Function>> read = faults.each(
                "/functions",
                functions,
                Function.values().length,
                "functions-too-many",
                (at, word) -> faults.word(at, Optional.of(word), Function.class));
        Optional<AccountId> bound = faults.text("/account", account, 64).map(AccountId::new);
        Optional<Instant> end = end(faults);
        return faults.settle(new NewToken(
                named, new HashSet<>(read.stream().flatMap(Optional::stream).toList()), bound, end));
    }

    private Optional<Instant> end(Faults faults) {
        try {
            return expiresAt.map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            faults.add("/expiresAt", "time-invalid", "A time is written as 2026-03-31T08:15:30Z.");
            return Optional.empty();
        }
    }
}
