package org.torg.portal.configurator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Recipient;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Recipients;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.Configurations;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Question;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;
import org.torg.portal.cart.Baskets;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.configurator.JteformGenerated;

/**
 * Guides through a configuration (D13-D18, H26, H27): what is impossible stays in place and says why, and the price follows each
 * answer. The form is the only place where answers stand until the line is in the cart; nothing about a patient is in an address.
 */
@Component(service = Pages.class)
public final class ConfigurePages implements Pages {

    /** So many reasons are told at once; beyond that an option is only greyed out. */
    private static final int MOST_REASONS = 25;

    private static final int MOST_RECIPIENTS = 100;
    /** Of so many questions the options are priced. */
    private static final int MOST_PRICED = 20;

    private final Configurations configurations;
    private final Catalog catalog;
    private final Carts carts;
    private final Recipients recipients;
    private final Baskets baskets;
    private final Frames frames;
    private final Clock clock;

    @Activate
    public ConfigurePages(
            @Reference Configurations configurations,
            @Reference Catalog catalog,
            @Reference Carts carts,
            @Reference Recipients recipients,
            @Reference Baskets baskets,
            @Reference Frames frames,
            @Reference Clock clock) {
        this.configurations = configurations;
        this.catalog = catalog;
        this.carts = carts;
        this.recipients = recipients;
        this.baskets = baskets;
        this.frames = frames;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/products/{vendor}/{sku}/configure", Route.Door.ANYBODY, this::begin),
                Route.post("/products/{vendor}/{sku}/configure", Route.Door.IN_COMPANY, this::answer),
                Route.get("/carts/{cart}/lines/{line}/configure", Route.Door.IN_COMPANY, this::edit),
                Route.post("/carts/{cart}/lines/{line}/configure", Route.Door.IN_COMPANY, this::change));
    }

    /** What is configured, and where its form is sent. */
    private record Subject(VendorId vendor, Sku sku, String action, boolean changes) {}

    private Reply begin(Visit visit) {
        return show(visit, product(visit), Answers.NONE, Fields.NONE.with("quantity", "1"), Optional.empty());
    }

    private static Subject product(Visit visit) {
        return new Subject(new VendorId(visit.id("vendor")), new Sku(visit.part("sku")), visit.path(), false);
    }

    private Reply answer(Visit visit) {
        Subject subject = product(visit);
        Answers answers = read(visit, subject);
        if (!visit.form().typed("do").equals("add")) {
            return show(visit, subject, answers, visit.form(), Optional.empty());
        }
        Outcome<Optional<RecipientId>> recipient = recipient(visit);
        if (recipient instanceof Outcome.Refused<Optional<RecipientId>> refused) {
            return show(visit, subject, answers, visit.form(), Optional.of(refused.refusal()));
        }
        CartId cart = baskets.current(visit.caller(), subject.vendor());
        Outcome<Cart> added = carts.addLine(
                visit.caller(),
                visit.key(),
                cart,
                new Carts.NewLine(
                        subject.sku(),
                        visit.form().number("quantity").orElse(0),
                        Optional.of(answers),
                        recipient.orElseThrow()));
        if (added instanceof Outcome.Refused<Cart> refused) {
            return show(visit, subject, answers, visit.form(), Optional.of(refused.refusal()));
        }
        return Reply.seeOther("/cart").with(Cookies.told("told.added"));
    }

    private Reply edit(Visit visit) {
        Cart cart = cart(visit);
        Cart.Line line = line(visit, cart);
        Answers answers = line.configuration().map(Configuration::answers).orElse(Answers.NONE);
        Fields typed = Fields.NONE.with(
                "recipient", line.recipient().map(RecipientId::value).orElse(""));
        return show(
                visit, new Subject(cart.vendor(), line.sku(), visit.path(), true), answers, typed, Optional.empty());
    }

    private Reply change(Visit visit) {
        Cart cart = cart(visit);
        Cart.Line line = line(visit, cart);
        Subject subject = new Subject(cart.vendor(), line.sku(), visit.path(), true);
        Answers answers = read(visit, subject);
        if (!visit.form().typed("do").equals("add")) {
            return show(visit, subject, answers, visit.form(), Optional.empty());
        }
        Outcome<Cart> changed = recipient(visit)
                .flatMap(whom -> carts.configureLine(
                        visit.caller(), visit.key(), cart.id(), Optional.empty(), line.id(), answers, whom));
        if (changed instanceof Outcome.Refused<Cart> refused) {
            return show(visit, subject, answers, visit.form(), Optional.of(refused.refusal()));
        }
        return Reply.seeOther("/cart").with(Cookies.told("told.cart-changed"));
    }

    private Cart cart(Visit visit) {
        return carts.get(visit.caller(), new CartId(visit.id("cart")))
                .orElseThrow()
                .cart();
    }

    private static Cart.Line line(Visit visit, Cart cart) {
        LineId id = new LineId(visit.part("line"));
        return cart.lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.notFound("line")));
    }

    private Answers read(Visit visit, Subject subject) {
        Guidance start = configurations
                .guide(visit.caller(), Optional.of(subject.vendor()), subject.sku(), Answers.NONE)
                .orElseThrow();
        return AnswerFields.read(start.model(), visit.form());
    }

    /** The one that was chosen, else a new one where a name was written; nobody where neither was. */
    private Outcome<Optional<RecipientId>> recipient(Visit visit) {
        Fields form = visit.form();
        if (form.text("recipient").isPresent()) {
            return Outcome.done(form.text("recipient").map(RecipientId::new));
        }
        if (form.text("recipient-name").isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        return recipients
                .add(
                        visit.caller(),
                        Optional.empty(),
                        form.text("recipient-name").get(),
                        form.text("recipient-reference"),
                        Optional.empty())
                .map(added -> Optional.of(added.id()));
    }

    private Reply show(Visit visit, Subject subject, Answers answers, Fields typed, Optional<Refusal> refusal) {
        Caller caller = visit.caller();
        Optional<VendorId> vendor = Optional.of(subject.vendor());
        Guidance guidance =
                configurations.guide(caller, vendor, subject.sku(), answers).orElseThrow();
        CatalogEntry entry = catalog.get(caller, vendor, subject.sku()).orElseThrow();
        GuidedForm form = new GuidedForm(
                subject.action(),
                entry,
                guidance,
                why(caller, subject, guidance),
                prices(caller, subject, guidance),
                recipients(caller),
                typed,
                subject.changes(),
                visit.reader().today(clock.now()),
                refusal);
        Frame frame =
                frames.of(visit, "catalogue", visit.reader().of(entry.variant().name()), vendor);
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JteformGenerated.render(out, null, frame, form));
    }

    private Map<String, Guidance.Conflict> why(Caller caller, Subject subject, Guidance guidance) {
        Map<String, Guidance.Conflict> why = new HashMap<>();
        for (Guidance.QuestionState question : guidance.questions()) {
            for (Guidance.OptionState option : question.options()) {
                if (option.status() != Guidance.OptionStatus.EXCLUDED || why.size() >= MOST_REASONS) {
                    continue;
                }
                Outcome<Guidance.Conflict> told = configurations.why(
                        caller,
                        Optional.of(subject.vendor()),
                        subject.sku(),
                        guidance.answers(),
                        question.code(),
                        option.code());
                if (told.isDone()) {
                    why.put(question.code() + "/" + option.code(), told.orElseThrow());
                }
            }
        }
        return why;
    }

    /** What each possible option costs, by question; nothing for who may not see prices (L12). */
    private Map<String, List<Configurations.OptionPrice>> prices(Caller caller, Subject subject, Guidance guidance) {
        boolean mayNot = caller.here()
                .filter(here -> caller.may(Function.PRICE_READ, here))
                .isEmpty();
        if (mayNot) {
            return Map.of();
        }
        Map<String, List<Configurations.OptionPrice>> prices = new HashMap<>();
        guidance.model()
                .questions()
                .filter(Question.Choice.class::isInstance)
                .map(Question::code)
                .filter(code -> guidance.question(code)
                        .filter(state -> state.status() != Guidance.Status.NOT_ASKED)
                        .isPresent())
                .limit(MOST_PRICED)
                .forEach(code -> {
                    Outcome<List<Configurations.OptionPrice>> priced = configurations.prices(
                            caller, Optional.of(subject.vendor()), subject.sku(), guidance.answers(), code);
                    if (priced.isDone()) {
                        prices.put(code, priced.orElseThrow());
                    }
                });
        return prices;
    }

    private List<Recipient> recipients(Caller caller) {
        Outcome<org.torg.api.Page<Recipient>> found =
                recipients.find(caller, Optional.empty(), PageRequest.first(MOST_RECIPIENTS));
        return found.isDone() ? found.orElseThrow().items() : List.of();
    }
}
