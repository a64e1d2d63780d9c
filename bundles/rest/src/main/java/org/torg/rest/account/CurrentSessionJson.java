package org.torg.rest.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Sessions;
import org.torg.rest.http.Words;

/**
 * Who one is here, and as whom one could act.
 *
 * @param accounts among which one may choose
 * @param people in whose names one may act here
 * @param mustChoosePerson whether nothing can be ordered before one of them was chosen (D10)
 * @param functions what may be done here and now
 */
public record CurrentSessionJson(
        String user,
        String name,
        Optional<String> email,
        String language,
        Optional<String> account,
        Optional<String> location,
        Optional<ActedForJson> actingFor,
        List<AccountChoiceJson> accounts,
        List<ActedForJson> people,
        boolean mustChoosePerson,
        List<String> functions) {

    /** @param until the last day on which one may act for the person (B02) */
    public record ActedForJson(String user, String name, String kind, Optional<LocalDate> until) {

        static ActedForJson of(Sessions.Person person) {
            return new ActedForJson(person.user().value(), person.name(), Words.of(person.kind()), person.until());
        }
    }

    public record AccountChoiceJson(
            String account, String customerNumber, String name, List<LocationChoiceJson> locations) {

        static AccountChoiceJson of(Sessions.AccountChoice choice) {
            return new AccountChoiceJson(
                    choice.account().value(),
                    choice.customerNumber(),
                    choice.name(),
                    choice.locations().stream().map(LocationChoiceJson::of).toList());
        }
    }

    public record LocationChoiceJson(String location, String name) {

        static LocationChoiceJson of(Sessions.LocationChoice choice) {
            return new LocationChoiceJson(choice.location().value(), choice.name());
        }
    }

    static CurrentSessionJson of(Sessions.Current current) {
        return new CurrentSessionJson(
                current.user().value(),
                current.name(),
                Optional.of(current.email()).filter(email -> !email.isEmpty()),
                current.language().toLanguageTag(),
                current.account().map(AccountId::value),
                current.location().map(LocationId::value),
                current.actingFor().map(ActedForJson::of),
                current.accounts().stream().map(AccountChoiceJson::of).toList(),
                current.people().stream().map(ActedForJson::of).toList(),
                current.mustChoosePerson(),
                current.functions().stream().sorted().map(Function::code).toList());
    }

    @Override
    public String toString() {
        return "CurrentSessionJson";
    }
}
