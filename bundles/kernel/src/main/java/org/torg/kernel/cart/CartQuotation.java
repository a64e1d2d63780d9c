package org.torg.kernel.cart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.cart.Carts.CartView;
import org.torg.api.cart.Carts.ConfiguredLine;
import org.torg.api.configurator.Configuration;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.Prices.Quotation;
import org.torg.kernel.order.OrderFiles;
import org.torg.kernel.pricing.BoughtNets;
import org.torg.kernel.pricing.Expansion;
import org.torg.kernel.pricing.PriceFacts;
import org.torg.kernel.pricing.Priced;
import org.torg.kernel.pricing.Pricing;
import org.torg.kernel.pricing.Snapshots;
import org.torg.kernel.privacy.SealedAnswers;
import org.torg.kernel.upload.LineFiles;

/** A cart with today's prices. Whatever stands in the way of a price is said beside the cart, which stays readable. */
@Component(service = CartQuotation.class)
public final class CartQuotation {
    private final Pricing pricing;
    private final Snapshots snapshots;
    private final CartAnswers answers;
    private final LineFiles files;

    @Activate
    public CartQuotation(
            @Reference Pricing pricing,
            @Reference Snapshots snapshots,
            @Reference CartAnswers answers,
            @Reference LineFiles files) {
        this.answers = answers;
        this.files = files;
        this.pricing = pricing;
        this.snapshots = snapshots;
    }

    /** With the answers about those whom the caller may see. */
    CartView shown(Caller caller, Cart cart) {
        if (isClosed(cart)) {
            return with(answers.shown(caller, cart), bare(cart));
        }
        CartView view = judged(caller, answers.whole(cart));
        return with(answers.shown(caller, cart), view);
    }

    /** The cart as it is given, judged with all of its answers. */
    CartView view(Caller caller, Cart cart) {
        return isClosed(cart)
                ? bare(cart)
                : with(new CartAnswers.Shown(cart, Set.of()), judged(caller, answers.whole(cart)));
    }

    private static boolean isClosed(Cart cart) {
        return cart.lines().isEmpty() || cart.order().isPresent();
    }

    private static CartView bare(Cart cart) {
        return new CartView(cart, Optional.empty(), List.of());
    }

    /** It was judged with all answers, and shows those that may be seen. */
    private static CartView with(CartAnswers.Shown shown, CartView view) {
        Set<LineId> whole = shown.cart().lines().stream()
                .filter(line ->
                        line.recipient().filter(shown.readable()::contains).isPresent())
                .map(Cart.Line::id)
                .collect(Collectors.toSet());
        List<ConfiguredLine> configured = view.configured().stream()
                .map(line -> whole.contains(line.line()) ? line : withoutRecipient(line))
                .toList();
        return new CartView(shown.cart(), view.quotation(), view.objections(), configured, view.bulky());
    }

    private static ConfiguredLine withoutRecipient(ConfiguredLine line) {
        return new ConfiguredLine(
                line.line(),
                line.model(),
                SealedAnswers.others(line.model(), line.answers()),
                line.complete(),
                line.missing(),
                line.misfits(),
                line.net());
    }

    private CartView judged(Caller caller, Cart cart) {
        Outcome<CartView> view = pricing.with(
                caller,
                request(cart, cart.delivery()),
                Pricing.Lines.AS_FAR_AS_POSSIBLE,
                facts -> Outcome.done(view(cart, facts)));
        return view instanceof Outcome.Refused<CartView> refused
                ? new CartView(cart, Optional.empty(), objections(cart, refused.refusal()))
                : view.orElseThrow();
    }

    private CartView view(Cart cart, PriceFacts facts) {
        Expansion expansion = facts.expansion();
        List<Objection> faults = both(
                objections(cart, expansion.left()),
                objections(
                        cart, files.faults(CartLines.place(cart), OrderFiles.lines(expansion), LineFiles.Need.READY)));
        if (facts.request().lines().isEmpty()) {
            return new CartView(cart, Optional.empty(), faults, configured(expansion, Map.of()));
        }
        Outcome<Priced> outcome = pricing.price(facts);
        if (outcome instanceof Outcome.Refused<Priced> refused) {
            return new CartView(
                    cart,
                    Optional.empty(),
                    both(faults, objections(cart, refused.refusal())),
                    configured(expansion, Map.of()),
                    bulky(facts));
        }
        Priced priced = outcome.orElseThrow();
        Quotation quotation = new Quotation(priced.cart(), snapshots.seal(priced.cart()), priced.options());
        return new CartView(
                cart,
                Optional.of(quotation),
                both(faults, objections(cart, priced)),
                configured(expansion, BoughtNets.of(priced.cart())),
                bulky(facts));
    }

    /** As they were asked for: a configured line is bulky when one of its parts is. */
    private static Set<LineId> bulky(PriceFacts facts) {
        Set<LineId> bulky = new HashSet<>();
        for (int i = 0; i < facts.variants().size(); i++) {
            if (facts.variants().get(i).variant().bulky()) {
                LineId priced = facts.request().lines().get(i).id();
                bulky.add(facts.expansion().partOf(i).orElse(priced));
            }
        }
        return bulky;
    }

    private static List<Objection> both(List<Objection> some, List<Objection> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** How the configured lines stand. */
    private static List<ConfiguredLine> configured(Expansion expansion, Map<LineId, Money> nets) {
        return expansion.configured().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .map(one -> new ConfiguredLine(
                        one.line().id(),
                        one.guidance().model(),
                        one.guidance().answers(),
                        one.guidance().complete() && one.guidance().misfits().isEmpty(),
                        one.guidance().missing(),
                        one.guidance().misfits(),
                        Optional.ofNullable(nets.get(one.line().id()))))
                .toList();
    }

    private List<Objection> objections(Cart cart, Priced priced) {
        Outcome<List<Objection>> judged = pricing.objections(priced, cart.delivery(), Optional.empty());
        return judged instanceof Outcome.Refused<List<Objection>> refused
                ? objections(cart, refused.refusal())
                : judged.orElseThrow();
    }

    /**
     * What the vendor's rules have against single lines of the cart, which is given with all of its answers, wherever it goes; nothing
     * when they cannot be asked. Three statements, four where something is configured.
     */
    List<Objection> objectionsToLines(Caller caller, Cart cart) {
        if (cart.lines().isEmpty()) {
            return List.of();
        }
        Outcome<List<Objection>> judged = pricing.with(
                caller,
                request(cart, Optional.empty()),
                Pricing.Lines.AS_FAR_AS_POSSIBLE,
                facts -> facts.request().lines().isEmpty()
                                || facts.vendor().cartRules().isEmpty()
                        ? Outcome.done(List.of())
                        : pricing.price(facts)
                                .flatMap(priced -> pricing.objections(priced, Optional.empty(), Optional.empty())));
        return judged instanceof Outcome.Done<List<Objection>> done
                ? done.value().stream()
                        .filter(objection -> objection.line().isPresent())
                        .toList()
                : List.of();
    }

    static PriceRequest request(Cart cart, Optional<DeliveryChoice> delivery) {
        return new PriceRequest(
                Optional.of(cart.vendor()),
                Optional.empty(),
                lines(cart),
                delivery.map(DeliveryChoice::destination),
                delivery.flatMap(DeliveryChoice::option));
    }

    static List<PriceRequest.Line> lines(Cart cart) {
        return cart.lines().stream()
                .map(line -> new PriceRequest.Line(
                        line.id(),
                        line.sku(),
                        line.quantity(),
                        line.configuration().map(Configuration::answers),
                        line.recipient()))
                .toList();
    }

    private static List<Objection> objections(Cart cart, Refusal refusal) {
        if (refusal.details().isEmpty()) {
            return List.of(new Objection(refusal.code(), refusal.message(), Optional.empty()));
        }
        return objections(cart, refusal.details());
    }

    private static List<Objection> objections(Cart cart, List<Refusal.Detail> details) {
        List<Objection> objections = new ArrayList<>();
        for (Refusal.Detail detail : details) {
            objections.add(new Objection(detail.code(), detail.message(), line(cart, detail.field())));
        }
        return objections;
    }

    private static Optional<LineId> line(Cart cart, String pointer) {
        for (int i = 0; i < cart.lines().size(); i++) {
            if (pointer.equals("/lines/" + i) || pointer.startsWith("/lines/" + i + "/")) {
                return Optional.of(cart.lines().get(i).id());
            }
        }
        return Optional.empty();
    }
}
