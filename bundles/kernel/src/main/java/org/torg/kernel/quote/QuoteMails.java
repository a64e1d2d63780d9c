package org.torg.kernel.quote;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.quote.Quote;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.notification.Mailer;
import org.torg.kernel.notification.Mailer.Letter;

/** Tells who has asked for a quote that there is an answer. Names no amounts: those are for who may see prices. */
@Component(service = QuoteMails.class)
public final class QuoteMails {

    private final Mailer mailer;
    private final PeopleStore people;

    @Activate
    public QuoteMails(@Reference Mailer mailer, @Reference PeopleStore people) {
        this.mailer = mailer;
        this.people = people;
    }

    void answered(Tx tx, Quote quote) {
        people.person(tx, quote.requestedBy()).filter(PersonRow::active).ifPresent(person -> person.email()
                .ifPresent(email -> mailer.queue(tx, letter(quote, person, email))));
    }

    private static Letter letter(Quote quote, PersonRow person, String email) {
        return new Letter(
                Optional.of(person.id()),
                email,
                Optional.of(quote.vendor()),
                Optional.of(quote.account()),
                "quote-answered",
                person.language(),
                List.of(Argument.text(person.name()), Argument.text(quote.title()), Argument.text(quote.number())),
                Optional.empty());
    }
}
