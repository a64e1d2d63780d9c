package org.torg.portal.configurator;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.RecipientId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourites;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;
import org.torg.portal.cart.Baskets;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Visit;

/**
 * Guides through a configuration (D13-D18, H26, H27): what is impossible stays in place and says why, and the price follows each
 * answer. The form is the only place where answers stand until the line is in the cart; nothing about a patient is in an address.
 */
@Component(service = Pages.class)
public final class ConfigurePages implements Pages {

    private static final String DO = "do";

    private final Carts carts;
    private final Favourites favourites;
    private final GuidedForms forms;
    private final RecipientChoice recipients;
    private final FileShelf files;
    private final Baskets baskets;

    @Activate
    public ConfigurePages(
            @Reference Carts carts,
            @Reference Favourites favourites,
            @Reference GuidedForms forms,
            @Reference RecipientChoice recipients,
            @Reference FileShelf files,
            @Reference Baskets baskets) {
        this.carts = carts;
        this.favourites = favourites;
        this.forms = forms;
        this.recipients = recipients;
        this.files = files;
        this.baskets = baskets;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/products/{vendor}/{sku}/configure", Route.Door.ANYBODY, this::begin),
                Route.post("/products/{vendor}/{sku}/configure", Route.Door.IN_COMPANY, this::answer),
                Route.get("/carts/{cart}/lines/{line}/configure", Route.Door.IN_COMPANY, this::edit),
                Route.post("/carts/{cart}/lines/{line}/configure", Route.Door.IN_COMPANY, this::change));
    }

    private Reply begin(Visit visit) {
        return forms.show(visit, product(visit), Answers.NONE, Fields.NONE.with("quantity", "1"), Optional.empty());
    }

    private static Subject product(Visit visit) {
        return new Subject(new VendorId(visit.id("vendor")), new Sku(visit.part("sku")), visit.path(), false);
    }

    private Reply answer(Visit visit) {
        Subject subject = product(visit);
        return answered(
                visit,
                subject,
                visit.form(),
                (answers, recipient) -> carts.addLine(
                        visit.caller(),
                        visit.key(),
                        baskets.current(visit.caller(), subject.vendor()),
                        new Carts.NewLine(
                                subject.sku(),
                                visit.form().number("quantity").orElse(0),
                                Optional.of(answers),
                                recipient)),
                "told.added");
    }

    private Reply edit(Visit visit) {
        Cart cart = cart(visit);
        Cart.Line line = line(visit, cart);
        Answers answers = line.configuration().map(Configuration::answers).orElse(Answers.NONE);
        Fields typed = Fields.NONE
                .with(
                        RecipientChoice.CHOSEN,
                        line.recipient().map(RecipientId::value).orElse(""))
                .with(Fields.VERSION, Long.toString(cart.version()));
        return forms.show(visit, inCart(visit, cart, line), answers, typed, Optional.empty());
    }

    private static Subject inCart(Visit visit, Cart cart, Cart.Line line) {
        return new Subject(cart.vendor(), line.sku(), visit.path(), true);
    }

    private Reply change(Visit visit) {
        Cart cart = cart(visit);
        Cart.Line line = line(visit, cart);
        return answered(
                visit,
                inCart(visit, cart, line),
                // Sent again, it is said of the cart as it is now.
                visit.form().with(Fields.VERSION, Long.toString(cart.version())),
                (answers, recipient) -> carts.configureLine(
                        visit.caller(), visit.key(), cart.id(), visit.form().version(), line.id(), answers, recipient),
                "told.cart-changed");
    }

    /** @param again what the fields hold when the cart refuses */
    private Reply answered(
            Visit visit,
            Subject subject,
            Fields again,
            BiFunction<Answers, Optional<RecipientId>, Outcome<Cart>> put,
            String told) {
        Answers answers = forms.read(visit, subject);
        if (!visit.form().typed(DO).equals("add") || visit.form().has(FileShelf.REMOVE)) {
            return keep(visit, subject, answers);
        }
        Outcome<Optional<RecipientId>> recipient = recipients.made(visit);
        if (recipient instanceof Outcome.Refused<Optional<RecipientId>> refused) {
            return forms.show(visit, subject, answers, visit.form(), Optional.of(refused.refusal()));
        }
        Outcome<Cart> changed = put.apply(answers, recipient.orElseThrow());
        if (changed instanceof Outcome.Refused<Cart> refused) {
            Fields kept = RecipientChoice.kept(again, recipient.orElseThrow());
            return forms.show(visit, subject, answers, kept, Optional.of(refused.refusal()));
        }
        return Reply.seeOther("/cart").with(Cookies.told(told));
    }

    /** Shows the form again, and where it was asked for saves the answers about the thing before (D15). */
    private Reply keep(Visit visit, Subject subject, Answers before) {
        Outcome<Answers> changed = files.changed(visit, subject.vendor(), before);
        if (changed instanceof Outcome.Refused<Answers> refused) {
            return forms.show(visit, subject, before, visit.form(), Optional.of(refused.refusal()));
        }
        Answers answers = changed.orElseThrow();
        if (!visit.form().typed(DO).equals("prefer")) {
            return forms.show(visit, subject, answers, visit.form(), Optional.empty());
        }
        Outcome<Favourite> saved = prefer(visit, subject, answers);
        if (saved instanceof Outcome.Refused<Favourite> refused) {
            return forms.show(visit, subject, answers, visit.form(), Optional.of(refused.refusal()));
        }
        return forms.show(
                visit.telling("told.preference-saved"),
                subject,
                answers,
                visit.form().without("preference"),
                Optional.empty());
    }

    private Outcome<Favourite> prefer(Visit visit, Subject subject, Answers answers) {
        Answers kept = Preference.of(forms.model(visit, subject), answers);
        return favourites.save(
                visit.caller(),
                visit.key(),
                Optional.of(subject.vendor()),
                visit.form().typed("preference").strip(),
                Favourite.Sharing.PERSON,
                List.of(new Favourites.NewLine(
                        subject.sku(), visit.form().number("quantity").orElse(1), Optional.of(kept))));
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
}
