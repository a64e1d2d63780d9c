package org.torg.kernel.quote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.quote.Quote;
import org.torg.api.quote.QuoteId;
import org.torg.api.quote.Quotes.Query;
import org.torg.api.store.QuoteStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;

/** Who sees which quotes: who may buy and see prices where it was asked, and the vendor's staff who answer. */
@Component(service = QuoteAccess.class)
public final class QuoteAccess {

    private final Gate gate;
    private final Transactions transactions;
    private final QuoteStore quotes;
    private final Clock clock;

    @Activate
    public QuoteAccess(
            @Reference Gate gate,
            @Reference Transactions transactions,
            @Reference QuoteStore quotes,
            @Reference Clock clock) {
        this.gate = gate;
        this.transactions = transactions;
        this.quotes = quotes;
        this.clock = clock;
    }

    /** For either side. */
    Outcome<Quote> read(Caller caller, QuoteId id) {
        Optional<Refusal> nowhere = nowhere(caller);
        if (nowhere.isPresent()) {
            return Outcome.refused(nowhere.get());
        }
        Instant now = clock.now();
        return transactions
                .read(tx -> quotes.quote(tx, id, now))
                .filter(quote -> isCustomers(caller, quote) || isStaffs(caller, quote.vendor()))
                .map(quote -> isStaffs(caller, quote.vendor()) ? Outcome.done(quote) : priced(caller, quote))
                .orElseGet(() -> Outcome.refused(Refusal.notFound("quote")));
    }

    /** What is offered is for those alone who may see prices (L12). */
    private Outcome<Quote> priced(Caller caller, Quote quote) {
        return gate.requireInAccount(caller, Function.PRICE_READ)
                .<Outcome<Quote>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(quote));
    }

    private Optional<Refusal> nowhere(Caller caller) {
        return caller.mayAnywhere(Function.CART_EDIT)
                ? Optional.empty()
                : gate.requireAnywhere(caller, Function.QUOTE_ANSWER);
    }

    /** For the customer's own steps. */
    Outcome<Quote> customers(Caller caller, QuoteId id) {
        return read(caller, id)
                .flatMap(quote -> isCustomers(caller, quote)
                        ? priced(caller, quote)
                        : Outcome.refused(gate.denied(caller, Function.CART_EDIT)));
    }

    /** For the vendor's steps. */
    Outcome<Quote> staffs(Caller caller, QuoteId id) {
        return read(caller, id)
                .flatMap(quote -> isStaffs(caller, quote.vendor())
                        ? Outcome.done(quote)
                        : Outcome.refused(gate.denied(caller, Function.QUOTE_ANSWER)));
    }

    boolean isCustomers(Caller caller, Quote quote) {
        return caller.account().filter(quote.account()::equals).isPresent()
                && gate.covers(caller, Function.CART_EDIT, quote.account(), quote.location(), quote.vendor());
    }

    static boolean isStaffs(Caller caller, VendorId vendor) {
        return caller.may(Function.QUOTE_ANSWER, Scope.of(vendor));
    }

    /** What of a list the caller sees; empty when nothing of it can be theirs. */
    Outcome<Optional<QuoteStore.Filter>> filter(Caller caller, Query query) {
        return caller.account().map(own -> ofAccount(caller, own, query)).orElseGet(() -> ofStaff(caller, query));
    }

    private Outcome<Optional<QuoteStore.Filter>> ofAccount(Caller caller, AccountId own, Query query) {
        Optional<Refusal> refusal = gate.requireInAccount(caller, Function.CART_EDIT);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        boolean elsewhere = query.account().filter(other -> !other.equals(own)).isPresent()
                || query.vendor().filter(caller::isConfinedFrom).isPresent();
        Optional<VendorId> vendor = query.vendor().or(() -> caller.actingFor().flatMap(Caller.ActingFor::confinedTo));
        return Outcome.done(
                elsewhere
                        ? Optional.empty()
                        : Optional.of(new QuoteStore.Filter(
                                Optional.of(own),
                                vendor.map(List::of),
                                ListAccess.locations(caller, own),
                                query.status(),
                                query.waiting())));
    }

    private Outcome<Optional<QuoteStore.Filter>> ofStaff(Caller caller, Query query) {
        Optional<Refusal> refusal = gate.requireAnywhere(caller, Function.QUOTE_ANSWER);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<List<VendorId>> vendors = caller.may(Function.QUOTE_ANSWER, Scope.tenant())
                ? query.vendor().map(List::of)
                : Optional.of(caller.grants().stream()
                        .filter(grant -> grant.function() == Function.QUOTE_ANSWER)
                        .map(Grant::scope)
                        .filter(Scope.OfVendor.class::isInstance)
                        .map(scope -> ((Scope.OfVendor) scope).vendor())
                        .filter(own -> query.vendor()
                                .filter(other -> !other.equals(own))
                                .isEmpty())
                        .distinct()
                        .toList());
        return Outcome.done(
                vendors.filter(List::isEmpty).isPresent()
                        ? Optional.empty()
                        : Optional.of(new QuoteStore.Filter(
                                query.account(), vendors, Optional.empty(), query.status(), query.waiting())));
    }
}
