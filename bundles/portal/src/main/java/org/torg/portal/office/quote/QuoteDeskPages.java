package org.torg.portal.office.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts;
import org.torg.api.account.Function;
import org.torg.api.catalog.Catalog;
import org.torg.api.quote.Quote;
import org.torg.api.quote.QuoteId;
import org.torg.api.quote.Quotes;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.portal.office.CustomerNames;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.quote.Articles;
import org.torg.portal.template.office.quote.JtelistGenerated;
import org.torg.portal.template.office.quote.JtequoteGenerated;

/** Quotes as staff answer them: by their clock, in versions, with a conversation (L13-L19). */
@Component(service = Pages.class)
public final class QuoteDeskPages implements Pages {

    private static final int PER_PAGE = 25;
    private static final String QUOTE = "/office/quotes/{quote}";

    private final Quotes quotes;
    private final Catalog catalog;
    private final Accounts accounts;
    private final CustomerNames names;
    private final Clock clock;
    private final Frames frames;

    @Activate
    public QuoteDeskPages(
            @Reference Quotes quotes,
            @Reference Catalog catalog,
            @Reference Accounts accounts,
            @Reference CustomerNames names,
            @Reference Clock clock,
            @Reference Frames frames) {
        this.quotes = quotes;
        this.catalog = catalog;
        this.accounts = accounts;
        this.names = names;
        this.clock = clock;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/office/quotes", Route.Door.STAFF, this::list),
                Route.get(QUOTE, Route.Door.STAFF, visit -> show(visit, Optional.empty())),
                Route.post(QUOTE + "/offer", Route.Door.STAFF, this::offer),
                Route.post(QUOTE + "/comments", Route.Door.STAFF, this::comment),
                Route.post(QUOTE + "/withdraw", Route.Door.STAFF, this::withdraw));
    }

    private Reply list(Visit visit) {
        Fields asked = visit.query();
        List<VendorDescriptor> vendors = visit.vendors(Function.QUOTE_ANSWER);
        Optional<VendorId> chosen = vendors.stream()
                .map(VendorDescriptor::id)
                .filter(id -> id.value().equals(asked.typed("vendor")))
                .findFirst();
        String view = QuoteDesk.VIEWS.stream()
                .filter(asked.typed("view")::equals)
                .findFirst()
                .orElse(QuoteDesk.VIEWS.get(0));
        Optional<Quote.Status> status = List.of(Quote.Status.OFFERED, Quote.Status.ORDERED).stream()
                .filter(each -> each.name().equalsIgnoreCase(view))
                .findFirst();
        Page<Quotes.Summary> page = quotes.find(
                        visit.caller(),
                        new Quotes.Query(chosen, Optional.empty(), status, view.equals("waiting")),
                        new PageRequest(asked.text("after"), PER_PAGE))
                .orElseThrow();
        Instant now = clock.now();
        Map<String, QuoteClock> clocks = new HashMap<>();
        page.items().forEach(each -> each.dueAt()
                .ifPresent(due -> clocks.put(each.id().value(), QuoteClock.of(due, now))));
        QuoteDesk desk = new QuoteDesk(
                view,
                vendors,
                chosen,
                page,
                names.of(
                        visit.caller(),
                        page.items().stream().map(Quotes.Summary::account).toList()),
                clocks);
        Frame frame = frames.of(visit, "office.quotes", visit.reader().text("menu.office.quotes"));
        return Reply.page(out -> JtelistGenerated.render(out, null, frame, desk));
    }

    private Reply show(Visit visit, Optional<Refusal> refusal) {
        DeskQuote shown = shown(visit, refusal);
        Frame frame = frames.of(
                visit,
                "office.quotes",
                visit.reader().text("quote.title", shown.quote().number()),
                Optional.of(shown.quote().vendor()));
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JtequoteGenerated.render(out, null, frame, shown));
    }

    private DeskQuote shown(Visit visit, Optional<Refusal> refusal) {
        Quote quote = quotes.get(visit.caller(), id(visit)).orElseThrow();
        Outcome<Account> account = accounts.get(visit.caller(), quote.account());
        Articles articles = Articles.of(
                catalog,
                visit.caller(),
                quote.vendor(),
                quote.lines().stream().map(Quote.Line::sku).toList());
        return new DeskQuote(
                quote,
                articles,
                account.isDone() ? Optional.of(account.orElseThrow()) : Optional.empty(),
                quote.dueAt().map(due -> QuoteClock.of(due, clock.now())),
                currency(visit, quote),
                refusal.isPresent() ? visit.form() : OfferForm.of(quote, visit.reader()),
                refusal);
    }

    private static Optional<CurrencyUnit> currency(Visit visit, Quote quote) {
        return visit.reader()
                .descriptor(quote.vendor())
                .map(VendorDescriptor::currency)
                .or(() -> quote.offer().map(offer -> offer.price().currency()));
    }

    private Reply offer(Visit visit) {
        Quote quote = quotes.get(visit.caller(), id(visit)).orElseThrow();
        Optional<CurrencyUnit> currency = currency(visit, quote);
        if (currency.isEmpty()) {
            return show(visit, Optional.of(Refusal.notFound("vendor")));
        }
        Outcome<Optional<LocalDate>> until = OfferForm.until(visit.form());
        return after(
                visit,
                OfferForm.read(quote, currency.get(), visit.form())
                        .flatMap(quoted -> until.flatMap(day -> quotes.offer(
                                visit.caller(),
                                visit.key(),
                                quote.id(),
                                visit.form().version(),
                                quoted,
                                day,
                                visit.form().text(OfferForm.MESSAGE)))),
                "told.quote-offered");
    }

    private Reply comment(Visit visit) {
        return after(
                visit,
                quotes.comment(
                        visit.caller(),
                        visit.key(),
                        id(visit),
                        visit.form().typed("text").strip()),
                "told.quote-commented");
    }

    private Reply withdraw(Visit visit) {
        return after(
                visit,
                quotes.withdraw(
                        visit.caller(),
                        visit.key(),
                        id(visit),
                        visit.form().version(),
                        visit.form().typed("why").strip()),
                "told.quote-withdrawn");
    }

    private Reply after(Visit visit, Outcome<Quote> outcome, String told) {
        if (outcome instanceof Outcome.Refused<Quote> refused) {
            return show(visit, Optional.of(refused.refusal()));
        }
        return Reply.seeOther("/office/quotes/" + outcome.orElseThrow().id().value())
                .with(Cookies.told(told));
    }

    private static QuoteId id(Visit visit) {
        return new QuoteId(visit.id("quote"));
    }
}
