package org.torg.kernel.quote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.event.Event;
import org.torg.api.quote.Quote;
import org.torg.api.quote.QuoteId;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.QuoteStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;
import org.torg.kernel.notification.Mailer;
import org.torg.kernel.notification.Mailer.Letter;
import org.torg.kernel.vendor.Generations;

/**
 * Tells the vendor once when an answer is overdue that was promised (L15): a mail to the seller, an event and a line of the trail. The
 * job waits for the moment from when it is promised; whichever node claims it looks then whether the vendor still owes that answer.
 */
@Component(service = {QuoteDeadline.class, JobHandler.class})
public final class QuoteDeadline implements JobHandler {

    static final String KIND = "quote-overdue";

    private final Transactions transactions;
    private final JobStore jobs;
    private final QuoteStore quotes;
    private final Commands commands;
    private final Generations generations;
    private final Mailer mailer;
    private final Clock clock;
    private final Ids ids;

    @Activate
    public QuoteDeadline(
            @Reference Transactions transactions,
            @Reference JobStore jobs,
            @Reference QuoteStore quotes,
            @Reference Commands commands,
            @Reference Generations generations,
            @Reference Mailer mailer,
            @Reference Clock clock,
            @Reference Ids ids) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.quotes = quotes;
        this.commands = commands;
        this.generations = generations;
        this.mailer = mailer;
        this.clock = clock;
        this.ids = ids;
    }

    /** In the transaction that promises an answer; each promise is waited for by itself. */
    void promised(Tx tx, Quote quote) {
        quote.dueAt().ifPresent(due -> jobs.insert(tx, new Job(ids.next(), KIND, argument(quote), due, 0)));
    }

    private static String argument(Quote quote) {
        return quote.id().value() + " "
                + quote.dueAt().map(Instant::toEpochMilli).orElse(0L);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Optional<Quote> late = owed(run);
        if (late.isEmpty()) {
            return;
        }
        // A vendor that is away is told when it is back: the job is tried again.
        VendorDescriptor vendor = generations
                .using(
                        Optional.of(late.get().vendor()),
                        generation -> Outcome.done(generation.vendor().descriptor()))
                .orElseThrow();
        Outcome<Quote> unused = commands.run(
                Caller.machine(KIND, Function.QUOTE_ANSWER),
                Optional.empty(),
                KIND,
                "",
                target -> Outcome.refused(Refusal.notFound("quote")),
                () -> change(run, vendor));
    }

    /** Judged anew each time: it may be answered at the last moment. */
    private Outcome<Change<Quote>> change(JobRun run, VendorDescriptor vendor) {
        Optional<Quote> late = owed(run);
        return late.isPresent()
                ? Outcome.done(tx -> tell(tx, run, vendor, late.get()))
                : Outcome.refused(Refusal.notFound("quote"));
    }

    /** The quote, when the answer that was promised has not been given and its time is over. */
    private Optional<Quote> owed(JobRun run) {
        Instant now = clock.now();
        QuoteId id = new QuoteId(run.argument().split(" ", 2)[0]);
        return transactions
                .read(tx -> quotes.quote(tx, id, now))
                .filter(quote -> argument(quote).equals(run.argument()))
                .filter(quote -> quote.dueAt().filter(due -> !due.isAfter(now)).isPresent());
    }

    private Effect<Quote> tell(Tx tx, JobRun run, VendorDescriptor vendor, Quote quote) {
        run.hold(tx);
        mailer.queue(
                tx,
                new Letter(
                        Optional.empty(),
                        vendor.seller().email(),
                        Optional.of(quote.vendor()),
                        Optional.empty(),
                        KIND,
                        vendor.languages().get(0),
                        List.of(
                                Argument.text(vendor.seller().name()),
                                Argument.text(quote.title()),
                                Argument.text(quote.number())),
                        Optional.empty()));
        return new Effect<>(
                quote,
                quote.id().value(),
                Optional.of(quote.account()),
                List.of(new Event.QuoteChanged(
                        quote.vendor(), Optional.of(quote.account()), quote.id(), quote.status(), quote.order())));
    }
}
