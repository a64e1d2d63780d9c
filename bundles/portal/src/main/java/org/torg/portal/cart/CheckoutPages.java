package org.torg.portal.cart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts;
import org.torg.api.account.Address;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.order.Checkout;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.PaymentMethod;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.Destination;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.cart.JtecheckoutGenerated;
import org.torg.portal.template.cart.JtereviewGenerated;

/**
 * From a cart to an order in two steps (H28, H29, L22): delivery, contact and reference, then everything once more with the price
 * that is being agreed on. What was stated in the first is carried through the second, and stands nowhere in an address.
 */
@Component(service = Pages.class)
public final class CheckoutPages implements Pages {

    private final Carts carts;
    private final Accounts accounts;
    private final Baskets baskets;
    private final Frames frames;

    @Activate
    public CheckoutPages(
            @Reference Carts carts,
            @Reference Accounts accounts,
            @Reference Baskets baskets,
            @Reference Frames frames) {
        this.carts = carts;
        this.accounts = accounts;
        this.baskets = baskets;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/carts/{cart}/checkout", Route.Door.IN_COMPANY, this::begin),
                Route.post("/carts/{cart}/checkout", Route.Door.IN_COMPANY, visit -> form(visit, Optional.empty())),
                Route.post("/carts/{cart}/review", Route.Door.IN_COMPANY, this::review),
                Route.post("/carts/{cart}/order", Route.Door.IN_COMPANY, this::order));
    }

    private Reply begin(Visit visit) {
        return form(visit, Optional.empty());
    }

    private Reply form(Visit visit, Optional<Refusal> refusal) {
        Basket basket = baskets.get(visit.caller(), new CartId(visit.id("cart")));
        if (basket.cart().lines().isEmpty()) {
            return Reply.seeOther("/cart");
        }
        Account account = accounts.current(visit.caller()).orElseThrow();
        Fields typed = visit.form().byName().isEmpty() ? initial(basket, account) : visit.form();
        CheckoutForm form = new CheckoutForm(basket, account, typed, refusal);
        Frame frame = frames.of(
                visit,
                "cart",
                visit.reader().text("checkout.title"),
                Optional.of(basket.cart().vendor()));
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JtecheckoutGenerated.render(out, null, frame, form));
    }

    private static Fields initial(Basket basket, Account account) {
        Fields typed = Fields.NONE
                .with("address", account.deliveries().get(0).id().value())
                .with("email", account.invoiceEmail())
                .with("phone", account.phone().orElse(""))
                .with("payment", PaymentMethod.INVOICE.name())
                .with("timing", "parts");
        Optional<DeliveryChoice> chosen = basket.cart().delivery();
        if (chosen.isEmpty()) {
            return typed;
        }
        Fields known = account.deliveries().stream()
                .filter(entry -> entry.address().equals(chosen.get().address()))
                .findFirst()
                .map(entry -> typed.with("address", entry.id().value()))
                .orElse(typed);
        return known.with("option", chosen.get().option().orElse(""))
                .with("timing", timing(chosen.get().timing()));
    }

    private static String timing(DeliveryChoice.Timing timing) {
        if (timing instanceof DeliveryChoice.Timing.Complete) {
            return "complete";
        }
        return timing instanceof DeliveryChoice.Timing.InParts ? "parts" : "requested";
    }

    private Reply review(Visit visit) {
        Account account = accounts.current(visit.caller()).orElseThrow();
        Optional<Refusal> fault = CheckoutForm.fault(account, visit.form());
        if (fault.isPresent()) {
            return form(visit, fault);
        }
        Outcome<Cart> set = carts.setDelivery(
                visit.caller(),
                Optional.empty(),
                new CartId(visit.id("cart")),
                Optional.empty(),
                delivery(account, visit.form()));
        if (set instanceof Outcome.Refused<Cart> refused) {
            return form(visit, Optional.of(refused.refusal()));
        }
        return review(visit, account, Optional.empty());
    }

    private Reply review(Visit visit, Account account, Optional<Refusal> refusal) {
        Basket basket = baskets.get(visit.caller(), new CartId(visit.id("cart")));
        Fields carried = visit.form().without(Visit.KEY, "snapshot");
        CheckoutForm form = new CheckoutForm(basket, account, carried, refusal);
        Frame frame = frames.of(
                visit,
                "cart",
                visit.reader().text("review.title"),
                Optional.of(basket.cart().vendor()));
        int status = refusal.map(Refusal::kind).map(Statuses::of).orElse(200);
        return Reply.page(status, out -> JtereviewGenerated.render(out, null, frame, form));
    }

    private Reply order(Visit visit) {
        Fields form = visit.form();
        Account account = accounts.current(visit.caller()).orElseThrow();
        Optional<Refusal> fault = CheckoutForm.fault(account, form);
        if (fault.isPresent()) {
            return form(visit, fault);
        }
        Checkout checkout = new Checkout(
                new PriceAgreement.Snapshot(form.typed("snapshot")),
                Optional.of(delivery(account, form)),
                Optional.empty(),
                Optional.of(new Contact(form.typed("email").strip(), form.text("phone"))),
                form.text("reference"),
                form.text("payment").flatMap(CheckoutForm::payment),
                form.text("note"),
                List.of(),
                form.text("person").map(UserId::new));
        Outcome<Order> placed = carts.checkout(visit.caller(), visit.key(), new CartId(visit.id("cart")), checkout);
        if (placed instanceof Outcome.Refused<Order> refused) {
            return review(visit, account, Optional.of(refused.refusal()));
        }
        return Reply.seeOther("/orders/" + placed.orElseThrow().id().value()).with(Cookies.told("told.ordered"));
    }

    private static DeliveryChoice delivery(Account account, Fields form) {
        Address address = account.deliveries().stream()
                .filter(entry -> entry.id().value().equals(form.typed("address")))
                .map(DeliveryAddress::address)
                .findFirst()
                .orElse(account.deliveries().get(0).address());
        return new DeliveryChoice(address, Destination.Kind.BUSINESS, form.text("option"), timing(form));
    }

    private static DeliveryChoice.Timing timing(Fields form) {
        return switch (form.typed("timing")) {
            case "complete" -> new DeliveryChoice.Timing.Complete();
            case "requested" -> {
                LocalDate from = CheckoutForm.day(form, "from").orElseThrow();
                yield new DeliveryChoice.Timing.Requested(
                        from, CheckoutForm.day(form, "until").orElse(from));
            }
            default -> new DeliveryChoice.Timing.InParts();
        };
    }
}
