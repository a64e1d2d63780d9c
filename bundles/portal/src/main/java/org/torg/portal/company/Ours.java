package org.torg.portal.company;

import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.portal.page.Visit;

/** What is asked again and again about the company for which somebody is here; the kernel asks it once more. */
final class Ours {

    private Ours() {}

    /** Behind the door of those who have chosen a company. */
    static AccountId id(Visit visit) {
        return visit.caller().account().orElseThrow();
    }

    /** Whether the caller may do this for the company as a whole. */
    static boolean may(Caller caller, Function function) {
        return may(caller, function, Optional.empty());
    }

    /** Whether the caller may do this at a location, or, without one, for the company as a whole. */
    static boolean may(Caller caller, Function function, Optional<LocationId> location) {
        return caller.account()
                .map(account -> Scope.of(account, location))
                .filter(scope -> caller.may(function, scope))
                .isPresent();
    }

    /** Who may not do this for the company as a whole is told so before a form is filled in. */
    static void require(Visit visit, Function function) {
        if (!may(visit.caller(), function)) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.FORBIDDEN,
                    "right-missing",
                    "You do not have the right {0} here.",
                    Argument.text(function.code())));
        }
    }

    /** Nothing, where somebody has no right to it: the part is left out then. */
    static <T> List<T> orNothing(Outcome<List<T>> outcome) {
        return outcome.isDone() ? outcome.orElseThrow() : List.of();
    }
}
