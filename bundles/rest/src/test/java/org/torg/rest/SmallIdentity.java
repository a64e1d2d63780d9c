package org.torg.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.ApiTokens;
import org.torg.api.account.Caller;
import org.torg.api.account.FirstAdministrator;
import org.torg.api.account.SecondFactors;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;

/** Second factors, tokens and the first administrator: notes what was asked, and knows one right code. */
final class SmallIdentity implements SecondFactors {

    static final String CODE = "123456";

    private final List<String> asked = new ArrayList<>();

    List<String> asked() {
        return asked;
    }

    static Refusal wrong() {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "code-wrong", "This code is not right.");
    }

    private Outcome<List<String>> recovery(String code) {
        return code.equals(CODE) ? Outcome.done(List.of("abcd-efgh-ijkl-mnop")) : Outcome.refused(wrong());
    }

    @Override
    public Outcome<Status> status(Caller caller) {
        return Outcome.done(new Status(true, true, 9));
    }

    @Override
    public Outcome<Enrolment> begin(Caller caller) {
        return Outcome.done(new Enrolment("ABCDEFGH", "otpauth://totp/Torg:kari%40example.no?secret=ABCDEFGH"));
    }

    @Override
    public Outcome<Confirmed> confirm(Caller caller, String token, String code) {
        asked.add("confirm " + token);
        return recovery(code).map(codes -> new Confirmed(SmallSessions.signedIn("rotated", Stage.COMPLETE), codes));
    }

    @Override
    public Outcome<List<String>> newRecoveryCodes(Caller caller, String code) {
        return recovery(code);
    }

    @Override
    public Outcome<Status> remove(Caller caller, String code) {
        return recovery(code).map(codes -> new Status(false, false, 0));
    }

    @Override
    public Outcome<Status> reset(Caller caller, UserId user) {
        return user.equals(Samples.BUYER)
                ? Outcome.done(new Status(false, true, 0))
                : Outcome.refused(Refusal.notFound("person"));
    }

    ApiTokens tokens() {
        return new ApiTokens() {
            @Override
            public Outcome<Created> create(Caller caller, NewToken token) {
                ApiToken created = new ApiToken(
                        "token-1",
                        token.name(),
                        token.functions(),
                        token.account(),
                        Samples.NOW,
                        token.expiresAt(),
                        Optional.empty(),
                        Optional.empty());
                return Outcome.done(new Created(created, "torg_token-1_secret"));
            }

            @Override
            public Outcome<List<ApiToken>> list(Caller caller) {
                return Outcome.done(List.of(token(false)));
            }

            @Override
            public Outcome<ApiToken> revoke(Caller caller, String id) {
                return id.equals("token-1") ? Outcome.done(token(true)) : Outcome.refused(Refusal.notFound("token"));
            }
        };
    }

    private static ApiTokens.ApiToken token(boolean revoked) {
        return new ApiTokens.ApiToken(
                "token-1",
                "Till",
                java.util.Set.of(org.torg.api.account.Function.ORDER_READ),
                Optional.of(Samples.ACCOUNT),
                Samples.NOW,
                Optional.empty(),
                Optional.of(Samples.NOW),
                revoked
                        ? Optional.of(new ApiTokens.Revocation(ApiTokens.Reason.PASSWORD_FORGOTTEN, Samples.NOW))
                        : Optional.empty());
    }

    FirstAdministrator first() {
        return new FirstAdministrator() {
            @Override
            public boolean isMissing() {
                return true;
            }

            @Override
            public Outcome<UserId> claim(
                    Caller stranger, String secret, String email, String name, char[] password, String address) {
                return secret.equals("good")
                        ? Outcome.done(Samples.BUYER)
                        : Outcome.refused(
                                Refusal.of(Refusal.Kind.UNPROCESSABLE, "secret-invalid", "This link is not valid."));
            }
        };
    }
}
