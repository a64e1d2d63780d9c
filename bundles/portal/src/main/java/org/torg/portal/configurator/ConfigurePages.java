package org.torg.portal.configurator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
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
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourites;
import org.torg.api.pricing.LineId;
import org.torg.api.upload.Upload;
import org.torg.api.upload.UploadId;
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

    private static final int MOST_RECIPIENTS = 8;

    private final Configurations configurations;
    private final Catalog catalog;
    private final Carts carts;
    private final Recipients recipients;
    private final Favourites favourites;
    private final FileShelf files;
    private final Baskets baskets;
    private final Frames frames;
    private final Clock clock;

    @Activate
    public ConfigurePages(
            @Reference Configurations configurations,
            @Reference Catalog catalog,
            @Reference Carts carts,
            @Reference Recipients recipients,
            @Reference Favourites favourites,
            @Reference FileShelf files,
            @Reference Baskets baskets,
            @Reference Frames frames,
            @Reference Clock clock) {
        this.configurations = configurations;
        this.catalog = catalog;
        this.carts = carts;
        this.recipients = recipients;
        this.favourites = favourites;
        this.files = files;
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
        if (!visit.form().typed("do").equals("add") || visit.form().has(FileShelf.REMOVE)) {
            return keep(visit, subject, answers);
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
            Fields again = with(visit.form(), recipient.orElseThrow());
            return show(visit, subject, answers, again, Optional.of(refused.refusal()));
        }
        return Reply.seeOther("/cart").with(Cookies.told("told.added"));
    }

    private Reply edit(Visit visit) {
        Cart cart = cart(visit);
        Cart.Line line = line(visit, cart);
        Answers answers = line.configuration().map(Configuration::answers).orElse(Answers.NONE);
        Fields typed = Fields.NONE
                .with("recipient", line.recipient().map(RecipientId::value).orElse(""))
                .with(Fields.VERSION, Long.toString(cart.version()));
        return show(
                visit, new Subject(cart.vendor(), line.sku(), visit.path(), true), answers, typed, Optional.empty());
    }

    private Reply change(Visit visit) {
        Cart cart = cart(visit);
        Cart.Line line = line(visit, cart);
        Subject subject = new Subject(cart.vendor(), line.sku(), visit.path(), true);
        Answers answers = read(visit, subject);
        if (!visit.form().typed("do").equals("add") || visit.form().has(FileShelf.REMOVE)) {
            return keep(visit, subject, answers);
        }
        Outcome<Optional<RecipientId>> recipient = recipient(visit);
        if (recipient instanceof Outcome.Refused<Optional<RecipientId>> refused) {
            return show(visit, subject, answers, visit.form(), Optional.of(refused.refusal()));
        }
        Outcome<Cart> changed = carts.configureLine(
                visit.caller(),
                visit.key(),
                cart.id(),
                visit.form().version(),
                line.id(),
                answers,
                recipient.orElseThrow());
        if (changed instanceof Outcome.Refused<Cart> refused) {
            // Sent again, it is said of the cart as it is now.
            Fields again =
                    with(visit.form(), recipient.orElseThrow()).with(Fields.VERSION, Long.toString(cart.version()));
            return show(visit, subject, answers, again, Optional.of(refused.refusal()));
        }
        return Reply.seeOther("/cart").with(Cookies.told("told.cart-changed"));
    }

    /** Shows the form again, and where it was asked for saves the answers about the thing before (D15). */
    private Reply keep(Visit visit, Subject subject, Answers before) {
        Outcome<Answers> changed = files.changed(visit, subject.vendor(), before);
        if (changed instanceof Outcome.Refused<Answers> refused) {
            return show(visit, subject, before, visit.form(), Optional.of(refused.refusal()));
        }
        Answers answers = changed.orElseThrow();
        if (!visit.form().typed("do").equals("prefer")) {
            return show(visit, subject, answers, visit.form(), Optional.empty());
        }
        Answers kept = Preference.of(
                configurations
                        .guide(visit.caller(), Optional.of(subject.vendor()), subject.sku(), Answers.NONE)
                        .orElseThrow()
                        .model(),
                answers);
        Outcome<Favourite> saved = favourites.save(
                visit.caller(),
                visit.key(),
                Optional.of(subject.vendor()),
                visit.form().typed("preference").strip(),
                Favourite.Sharing.PERSON,
                List.of(new Favourites.NewLine(
                        subject.sku(), visit.form().number("quantity").orElse(1), Optional.of(kept))));
        if (saved instanceof Outcome.Refused<Favourite> refused) {
            return show(visit, subject, answers, visit.form(), Optional.of(refused.refusal()));
        }
        return show(
                visit.telling("told.preference-saved"),
                subject,
                answers,
                visit.form().without("preference"),
                Optional.empty());
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

    /** The one that was chosen, else a new one where a name was written; nobody where neither was. One form makes one. */
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
                        visit.key().map(key -> new IdempotencyKey(key.value() + "-recipient")),
                        form.text("recipient-name").get(),
                        form.text("recipient-reference"),
                        Optional.empty())
                .map(added -> Optional.of(added.id()));
    }

    /** Who was added is chosen when the form is shown again, and not added once more. */
    private static Fields with(Fields form, Optional<RecipientId> recipient) {
        return recipient
                .map(id -> form.with("recipient", id.value()).without("recipient-name", "recipient-reference"))
                .orElse(form);
    }

    private Reply show(Visit visit, Subject subject, Answers stated, Fields typed, Optional<Refusal> refusal) {
        Caller caller = visit.caller();
        Optional<VendorId> vendor = Optional.of(subject.vendor());
        List<Upload> named = files.named(caller, stated);
        Answers answers = FileShelf.settled(stated, named);
        Configurations.Outlook outlook =
                configurations.outlook(caller, vendor, subject.sku(), answers).orElseThrow();
        CatalogEntry entry = catalog.get(caller, vendor, subject.sku()).orElseThrow();
        GuidedForm form = new GuidedForm(
                subject.action(),
                entry,
                outlook.guidance(),
                outlook.reasons().stream()
                        .collect(Collectors.toMap(
                                reason -> reason.question() + "/" + reason.option(), Configurations.Reason::conflict)),
                outlook.effects(),
                recipients(caller, typed),
                files(caller, subject, outlook.guidance(), named),
                typed,
                subject.changes(),
                visit.reader().today(clock.now()),
                refusal);
        Frame frame =
                frames.of(visit, "catalogue", visit.reader().of(entry.variant().name()), vendor);
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JteformGenerated.render(out, null, frame, form));
    }

    private List<Upload> files(Caller caller, Subject subject, Guidance guidance, List<Upload> named) {
        if (guidance.model().questions().noneMatch(Question.Files.class::isInstance)) {
            return List.of();
        }
        List<Upload> all = new ArrayList<>(named);
        // By their ids: one that has been scanned between the two looks is still the same file.
        Set<UploadId> known = named.stream().map(Upload::id).collect(Collectors.toSet());
        files.waiting(caller, subject.vendor()).stream()
                .filter(file -> !known.contains(file.id()))
                .forEach(all::add);
        return all;
    }

    /** The chosen one, and those whose names or references begin as was written; nobody else is looked at. */
    private List<Recipient> recipients(Caller caller, Fields typed) {
        List<Recipient> shown = new ArrayList<>();
        typed.text("recipient")
                .map(id -> recipients.get(caller, new RecipientId(id)))
                .filter(Outcome::isDone)
                .ifPresent(found -> shown.add(found.orElseThrow()));
        Optional<String> text = typed.text("recipient-search").filter(words -> words.length() <= 100);
        if (text.isPresent()) {
            Outcome<Page<Recipient>> found = recipients.find(caller, text, PageRequest.first(MOST_RECIPIENTS));
            if (found.isDone()) {
                found.orElseThrow().items().stream()
                        .filter(one ->
                                shown.stream().noneMatch(known -> known.id().equals(one.id())))
                        .forEach(shown::add);
            }
        }
        return shown;
    }
}
