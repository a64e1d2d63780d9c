package org.torg.portal.quote;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Catalog;
import org.torg.api.order.Checkout;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.PaymentMethod;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.quote.Quote;
import org.torg.api.quote.QuoteId;
import org.torg.api.quote.Quotes;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.quote.JtequoteGenerated;
import org.torg.portal.template.quote.JtequotesGenerated;

/** Quotes: what was asked for, what is offered until when, the conversation, and the order at the quoted price (L15, L16, L19). */
@Component(service = Pages.class)
public final class QuotePages implements Pages {

    private static final int PER_PAGE = 25;

    private final Quotes quotes;
    private final Catalog catalog;
    private final Accounts accounts;
    private final Frames frames;

    @Activate
    public QuotePages(
            @Reference Quotes quotes,
            @Reference Catalog catalog,
            @Reference Accounts accounts,
            @Reference Frames frames) {
        this.quotes = quotes;
        this.catalog = catalog;
        this.accounts = accounts;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/quotes", Route.Door.IN_COMPANY, this::list),
                Route.get("/quotes/{quote}", Route.Door.IN_COMPANY, visit -> show(visit, Optional.empty())),
                Route.post("/quotes/{quote}/comments", Route.Door.IN_COMPANY, this::comment),
                Route.post("/quotes/{quote}/again", Route.Door.IN_COMPANY, this::again),
                Route.post("/quotes/{quote}/decline", Route.Door.IN_COMPANY, this::decline),
                Route.post("/quotes/{quote}/order", Route.Door.IN_COMPANY, this::order));
    }

    private Reply list(Visit visit) {
        Page<Quotes.Summary> page = quotes.find(
                        visit.caller(),
                        new Quotes.Query(Optional.empty(), visit.caller().account(), Optional.empty(), false),
                        new PageRequest(visit.query().text("after"), PER_PAGE))
                .orElseThrow();
        Frame frame = frames.of(visit, "projects", visit.reader().text("quotes.title"));
        return Reply.page(out -> JtequotesGenerated.render(out, null, frame, page));
    }

    private Reply show(Visit visit, Optional<Refusal> refusal) {
        ShownQuote shown = shown(visit, refusal);
        Frame frame = frames.of(
                visit,
                "projects",
                visit.reader().text("quote.title", shown.quote().number()),
                Optional.of(shown.quote().vendor()));
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JtequoteGenerated.render(out, null, frame, shown));
    }

    private ShownQuote shown(Visit visit, Optional<Refusal> refusal) {
        Quote quote = quotes.get(visit.caller(), id(visit)).orElseThrow();
        Outcome<Account> own = accounts.current(visit.caller());
        Optional<Account> account = own.isDone() ? Optional.of(own.orElseThrow()) : Optional.empty();
        Articles articles = Articles.of(
                catalog,
                visit.caller(),
                quote.vendor(),
                quote.lines().stream().map(Quote.Line::sku).toList());
        Fields typed =
                visit.form().byName().isEmpty() || !visit.form().has("offer") ? initial(visit, account) : visit.form();
        return new ShownQuote(quote, articles, account, typed, refusal);
    }

    private static Fields initial(Visit visit, Optional<Account> account) {
        return visit.form()
                .with("email", account.map(Account::invoiceEmail).orElse(""))
                .with("phone", account.flatMap(Account::phone).orElse(""))
                .with("payment", PaymentMethod.INVOICE.name());
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

    private Reply again(Visit visit) {
        return after(
                visit, quotes.askAgain(visit.caller(), visit.key(), id(visit), Optional.empty()), "told.quote-asked");
    }

    private Reply decline(Visit visit) {
        return after(
                visit, quotes.decline(visit.caller(), visit.key(), id(visit), Optional.empty()), "told.quote-declined");
    }

    private Reply order(Visit visit) {
        ShownQuote shown = shown(visit, Optional.empty());
        Outcome<Order> placed = quotes.order(
                visit.caller(),
                visit.key(),
                id(visit),
                visit.form().number("offer").orElse(0),
                checkout(shown, visit.form()));
        if (placed instanceof Outcome.Refused<Order> refused) {
            return show(visit, Optional.of(refused.refusal()));
        }
        return Reply.seeOther("/orders/" + placed.orElseThrow().id().value()).with(Cookies.told("told.ordered"));
    }

    /** The price is the offer's; the delivery goes where it was offered for, in the way it was. */
    private static Checkout checkout(ShownQuote shown, Fields form) {
        Optional<String> option = shown.quote()
                .offer()
                .flatMap(offer -> offer.price().deliveryOption())
                .map(DeliveryOption::code);
        Optional<DeliveryChoice> delivery = shown.address()
                .map(entry -> new DeliveryChoice(
                        entry.address(),
                        shown.quote().destination().kind(),
                        option,
                        form.typed("timing").equals("complete")
                                ? new DeliveryChoice.Timing.Complete()
                                : new DeliveryChoice.Timing.InParts()));
        Optional<PaymentMethod> payment = List.of(PaymentMethod.values()).stream()
                .filter(method -> method.name().equals(form.typed("payment")))
                .findFirst();
        return new Checkout(
                new PriceAgreement.Current(),
                delivery,
                Optional.empty(),
                form.text("email").map(email -> new Contact(email, form.text("phone"))),
                form.text("reference"),
                payment,
                form.text("note"),
                List.of(),
                form.text("person").map(UserId::new));
    }

    private Reply after(Visit visit, Outcome<Quote> outcome, String told) {
        if (outcome instanceof Outcome.Refused<Quote> refused) {
            return show(visit, Optional.of(refused.refusal()));
        }
        return Reply.seeOther("/quotes/" + outcome.orElseThrow().id().value()).with(Cookies.told(told));
    }

    private static QuoteId id(Visit visit) {
        return new QuoteId(visit.id("quote"));
    }
}
