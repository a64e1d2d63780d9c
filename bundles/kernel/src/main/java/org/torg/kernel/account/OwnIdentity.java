package org.torg.kernel.account;

import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;

/** Whose own passwords, second factor and tokens a caller may touch: only a person does, never a program with a token. */
final class OwnIdentity {

    private OwnIdentity() {}

    /** A person who has signed in to the end. */
    static Outcome<UserId> of(Caller caller) {
        if (caller.subject() instanceof Caller.Subject.Person person) {
            return Outcome.done(person.id());
        }
        if (caller.subject() instanceof Caller.Subject.Pending pending) {
            return Outcome.refused(awaited(pending.enrolled()));
        }
        return Outcome.refused(noPerson(caller));
    }

    /** A person whose password was right, at least. */
    static Outcome<UserId> begun(Caller caller) {
        return caller.subject() instanceof Caller.Subject.Pending pending ? Outcome.done(pending.id()) : of(caller);
    }

    private static Refusal awaited(boolean enrolled) {
        return enrolled
                ? Refusal.of(
                        Refusal.Kind.UNAUTHENTICATED,
                        "second-factor-needed",
                        "Complete the sign-in with the code of your second factor.")
                : Refusal.of(Refusal.Kind.UNAUTHENTICATED, "second-factor-missing", "Set up a second factor first.");
    }

    private static Refusal noPerson(Caller caller) {
        return caller.isStranger()
                ? Refusal.of(Refusal.Kind.UNAUTHENTICATED, "token-missing", "Sign in first.")
                : Refusal.of(
                        Refusal.Kind.FORBIDDEN,
                        "person-required",
                        "Only a person who has signed in may do this, not a program with a token.");
    }
}
