package org.torg.rest.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.ApiTokens.ApiToken;
import org.torg.api.account.ApiTokens.Revocation;
import org.torg.api.account.Function;
import org.torg.rest.http.Words;

/** A token of a person's program, without its secret. */
public record ApiTokenJson(
        String id,
        String name,
        List<String> functions,
        Optional<String> account,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        boolean revoked,
        Optional<Instant> revokedAt,
        Optional<String> revokedBecause) {

    public ApiTokenJson {
        functions = List.copyOf(functions);
    }

    static ApiTokenJson of(ApiToken token) {
        return new ApiTokenJson(
                token.id(),
                token.name(),
                token.functions().stream().map(Function::code).sorted().toList(),
                token.account().map(AccountId::value),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.revoked(),
                token.revocation().map(Revocation::at),
                token.revocation().map(Revocation::reason).map(Words::of));
    }
}
