package org.torg.kernel.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.Guidance;
import org.torg.api.order.Checkout;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.PaymentMethod;
import org.torg.api.order.PlaceOrder;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PricedCart;
import org.torg.api.store.VendorStore.Content;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.Workflow;
import org.torg.kernel.command.Gate;
import org.torg.kernel.command.Ids;
import org.torg.kernel.pricing.Expansion;
import org.torg.kernel.pricing.PriceFacts;
import org.torg.kernel.pricing.Priced;
import org.torg.kernel.pricing.Pricing;
import org.torg.kernel.pricing.Snapshots;
import org.torg.kernel.vendor.VendorRegistry;

/**
 * Makes an order of what is asked: checks, prices and drafts it, outside any transaction. Nothing is stored but content
 * that orders refer to.
 */
@Component(service = OrderPlacement.class)
public final class OrderPlacement {
    private final Gate gate;
    private final Clock clock;
    private final Ids ids;
    private final Pricing pricing;
    private final Snapshots snapshots;
    private final Contents contents;
    private final OrderNumbers numbers;
    private final ApprovalLimits limits;
    private final OrderRecipients recipients;
    private final OrderFiles files;

    @Activate
    public OrderPlacement(
            @Reference Gate gate,
            @Reference Clock clock,
            @Reference Ids ids,
            @Reference Pricing pricing,
            @Reference Snapshots snapshots,
            @Reference Contents contents,
            @Reference OrderNumbers numbers,
            @Reference ApprovalLimits limits,
            @Reference OrderRecipients recipients,
            @Reference OrderFiles files) {
        this.gate = gate;
        this.clock = clock;
        this.ids = ids;
        this.pricing = pricing;
        this.snapshots = snapshots;
        this.contents = contents;
        this.numbers = numbers;
        this.limits = limits;
        this.recipients = recipients;
        this.files = files;
    }

    /** A price that the buyer has agreed to. */
    private record Agreed(Priced priced, Order.AgreedBy by) {}

    /** What was found to be in order. */
    private record Judged(Agreed agreed, Checkout checkout, DeliveryChoice delivery, Contact contact, LocalDate today) {

        Money gross() {
            return agreed.priced().cart().gross();
        }
    }

    /**
     * Whose order it becomes.
     *
     * @param approvedBy the second person, where one was needed
     */
    public record Placer(
            UserId person,
            Optional<LocationId> location,
            Optional<UserId> actingFor,
            String channel,
            Optional<UserId> approvedBy) {

        private static Placer of(Caller caller, UserId person) {
            return new Placer(
                    person,
                    caller.location(),
                    caller.actingFor().map(Caller.ActingFor::user),
                    channel(caller),
                    Optional.empty());
        }

        /** The same order, whoever enters it; whose hands it were is told apart (D02). */
        private static String channel(Caller caller) {
            boolean staff = caller.actingFor()
                    .filter(acting -> acting.kind() == Caller.ActingFor.Kind.CUSTOMER)
                    .isPresent();
            if (staff) {
                return "STAFF";
            }
            return caller.subject() instanceof Caller.Subject.Token
                    ? "PROGRAM"
                    : caller.channel().name();
        }
    }

    /** What somebody may not order alone. */
    public record Petition(Money gross, Placer placer) {}

    /** The order as it would be stored; refused as {@code Orders.place} says, stock excepted. */
    public Outcome<Order> draft(Caller caller, PlaceOrder command) {
        return person(caller, command)
                .flatMap(person -> judge(caller, command, judged -> limits.limit(
                                caller, judged.agreed().priced().facts(), judged.gross())
                        .<Outcome<Order>>map(limit -> Outcome.refused(ApprovalLimits.required(limit)))
                        .orElseGet(() -> Outcome.done(order(Placer.of(caller, person), judged)))));
    }

    /**
     * What the caller would ask a second person to approve; refused as {@link #draft}, and with {@code approval-needless}
     * when the caller may order it alone.
     */
    public Outcome<Petition> petition(Caller caller, PlaceOrder command) {
        return person(caller, command)
                .flatMap(person -> judge(caller, command, judged -> limits.limit(
                                caller, judged.agreed().priced().facts(), judged.gross())
                        .map(limit -> Outcome.done(new Petition(judged.gross(), Placer.of(caller, person))))
                        .orElseGet(() -> Outcome.refused(ApprovalLimits.needless()))));
    }

    /**
     * The order that somebody may place because a second person lets them. Whether they may ask was judged when they asked.
     *
     * @param approver acts for the account at the order's location, and agrees on the price
     */
    public Outcome<Order> approved(Caller approver, Placer placer, PlaceOrder command) {
        return judge(approver, command, judged -> Outcome.done(order(placer, judged)));
    }

    /** The order at the prices of an offer; refused as {@link #draft}, its price excepted, and with {@code quote-mismatch}. */
    public Outcome<Order> quoted(Caller caller, PlaceOrder command, PricedCart offered) {
        return person(caller, command)
                .flatMap(person -> judge(
                        caller,
                        command,
                        facts -> pricing.keep(facts, offered).map(priced -> new Agreed(priced, Order.AgreedBy.QUOTE)),
                        judged -> limits.limit(caller, judged.agreed().priced().facts(), judged.gross())
                                .<Outcome<Order>>map(limit -> Outcome.refused(ApprovalLimits.required(limit)))
                                .orElseGet(() -> Outcome.done(order(Placer.of(caller, person), judged)))));
    }

    /** Who places the order, and may. */
    private Outcome<UserId> person(Caller caller, PlaceOrder command) {
        Optional<AccountId> account = caller.account();
        if (caller.isStranger() || account.isEmpty()) {
            return Outcome.refused(gate.require(caller, Function.ORDER_PLACE, Scope.tenant())
                    .orElseGet(() -> Refusal.notFound("account")));
        }
        Optional<Refusal> obstacle = gate.requireHere(caller, Function.ORDER_PLACE)
                .or(() -> OrderingPerson.unconfirmed(caller, command.checkout()))
                .or(() -> CheckoutRules.shape(command.checkout()))
                .or(() -> lineIds(command))
                .or(() -> recipients.denied(caller, command.lines()))
                .or(() -> files.denied(caller, command));
        if (obstacle.isPresent()) {
            return Outcome.refused(obstacle.get());
        }
        return caller.user()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        Refusal.of(Refusal.Kind.FORBIDDEN, "person-required", "An order is placed by a person.")));
    }

    /** Prices and judges, under one generation of the vendor. */
    private <T> Outcome<T> judge(
            Caller caller, PlaceOrder command, java.util.function.Function<Judged, Outcome<T>> evaluation) {
        return judge(caller, command, facts -> agree(facts, command.checkout().prices()), evaluation);
    }

    private <T> Outcome<T> judge(
            Caller caller,
            PlaceOrder command,
            java.util.function.Function<PriceFacts, Outcome<Agreed>> agreement,
            java.util.function.Function<Judged, Outcome<T>> evaluation) {
        try {
            return pricing.with(caller, request(command), facts -> agreement
                    .apply(facts)
                    .flatMap(agreed -> judged(caller, command, agreed))
                    .flatMap(evaluation));
        } catch (VendorFailure e) {
            return Outcome.refused(VendorRegistry.failed());
        }
    }

    private static Optional<Refusal> lineIds(PlaceOrder command) {
        boolean valid = command.lines().stream()
                .allMatch(line -> LineId.isValid(line.id().value()));
        return valid
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Refusal.Kind.UNPROCESSABLE,
                        "line-id-invalid",
                        "A line id has 1 to 36 letters, digits, dots, _ and -."));
    }

    private static PriceRequest request(PlaceOrder command) {
        Optional<DeliveryChoice> delivery = command.checkout().delivery();
        return new PriceRequest(
                command.vendor(),
                command.currency(),
                command.lines(),
                delivery.map(DeliveryChoice::destination),
                delivery.flatMap(DeliveryChoice::option));
    }

    private Outcome<Agreed> agree(PriceFacts facts, PriceAgreement agreement) {
        if (agreement instanceof PriceAgreement.Snapshot shown) {
            return snapshots
                    .open(shown.token())
                    .flatMap(cart -> pricing.honour(facts, cart))
                    .map(priced -> new Agreed(priced, Order.AgreedBy.SNAPSHOT));
        }
        Outcome<Priced> now = pricing.price(facts);
        if (agreement instanceof PriceAgreement.ExpectedTotal expected) {
            return now.flatMap(priced -> priced.cart().gross().equals(expected.gross())
                    ? Outcome.done(new Agreed(priced, Order.AgreedBy.EXPECTED_TOTAL))
                    : Outcome.refused(Refusal.of(
                            Refusal.Kind.CONFLICT,
                            "total-differs",
                            "The total is {0}, not {1}.",
                            Argument.amount(priced.cart().gross()),
                            Argument.amount(expected.gross()))));
        }
        return now.map(priced -> new Agreed(priced, Order.AgreedBy.CURRENT_PRICES));
    }

    private Outcome<Judged> judged(Caller caller, PlaceOrder command, Agreed agreed) {
        PriceFacts facts = agreed.priced().facts();
        VendorDescriptor seller = facts.vendor().descriptor();
        DeliveryChoice delivery = delivery(command.checkout(), agreed.priced());
        Contact contact = command.checkout()
                .contact()
                .orElseGet(() -> new Contact(
                        facts.account().invoiceEmail(), facts.account().phone()));
        LocalDate today = clock.today(seller.seller().zone());
        Optional<Refusal> obstacle = CheckoutRules.possible(delivery, seller.markets(), today, "/delivery")
                .or(() -> AccountRestrictions.objection(facts, command.checkout()))
                .or(() -> recipients.obstacle(facts.expansion(), facts.account().id(), caller.location()))
                .or(() -> files.obstacle(facts.expansion(), facts.account().id(), caller.location(), facts.vendorId()))
                .or(() -> phone(agreed.priced().cart().deliveryOption(), contact));
        if (obstacle.isPresent()) {
            return Outcome.refused(obstacle.get());
        }
        return pricing.objections(agreed.priced(), Optional.of(delivery), Optional.of(contact))
                .flatMap(objections -> objection(command, objections)
                        .<Outcome<Judged>>map(Outcome::refused)
                        .orElseGet(
                                () -> Outcome.done(new Judged(agreed, command.checkout(), delivery, contact, today))));
    }

    /** The stated delivery, else the account's first address, in parts where there is more than one piece (L38). */
    private static DeliveryChoice delivery(Checkout checkout, Priced priced) {
        Optional<String> option = priced.cart().deliveryOption().map(DeliveryOption::code);
        if (checkout.delivery().isPresent()) {
            DeliveryChoice stated = checkout.delivery().get();
            return new DeliveryChoice(
                    stated.address(), stated.kind(), stated.option().or(() -> option), stated.timing());
        }
        PriceFacts facts = priced.facts();
        long pieces = facts.expansion().asked().stream()
                .mapToLong(PriceRequest.Line::quantity)
                .sum();
        return new DeliveryChoice(
                facts.account().deliveries().get(0).address(),
                facts.destination().kind(),
                option,
                pieces > 1 ? new DeliveryChoice.Timing.InParts() : new DeliveryChoice.Timing.Complete());
    }

    /** The carrier must be able to call, where the option says so (L51). */
    private static Optional<Refusal> phone(Optional<DeliveryOption> option, Contact contact) {
        boolean missing = option.map(DeliveryOption::phoneRequired).orElse(false)
                && contact.phone().filter(phone -> !phone.isBlank()).isEmpty();
        return missing
                ? Optional.of(Refusal.of(
                                Refusal.Kind.UNPROCESSABLE,
                                "phone-required",
                                "This delivery needs a phone number that the carrier can call.")
                        .with(List.of(Refusal.detail("/contact/phone", "phone-required", "State a phone number."))))
                : Optional.empty();
    }

    private static Optional<Refusal> objection(PlaceOrder command, List<Objection> objections) {
        List<Refusal.Detail> details = new ArrayList<>();
        for (Objection objection : objections) {
            String pointer =
                    objection.line().map(line -> pointer(command.lines(), line)).orElse("");
            details.add(new Refusal.Detail(pointer, objection.code(), objection.message()));
        }
        return objections.stream()
                .findFirst()
                .map(first -> new Refusal(Refusal.Kind.UNPROCESSABLE, first.code(), first.message(), details));
    }

    private static String pointer(List<PriceRequest.Line> lines, LineId line) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).id().equals(line)) {
                return "/lines/" + i;
            }
        }
        return "";
    }

    private Order order(Placer placer, Judged judged) {
        Agreed agreed = judged.agreed();
        Checkout checkout = judged.checkout();
        PriceFacts facts = agreed.priced().facts();
        PricedCart price = agreed.priced().cart();
        Vendor vendor = facts.vendor();
        Account account = facts.account();
        Workflow workflow = vendor.workflow();
        String terms = contents.store(new Content.TermsContent(
                vendor.terms(facts.parameters().parameters()),
                vendor.descriptor().seller()));
        String texts = contents.store(new Content.TextsContent(vendor.texts(), workflow));
        Instant now = clock.now();
        return new Order(
                new OrderId(ids.next()),
                numbers.next(facts.vendorId()),
                facts.vendorId(),
                account.id(),
                placer.location(),
                placer.person(),
                placer.actingFor(),
                placer.channel(),
                OrderDecision.INITIAL,
                workflow.initial(),
                1,
                1,
                now,
                now,
                OrderLines.of(facts, price, judged.delivery(), judged.today()),
                price,
                agreed.by(),
                new Order.Snapshot(
                        account.customerNumber(),
                        account.organisationNumber(),
                        checkout.billing().orElse(account.billing()),
                        judged.delivery(),
                        judged.contact(),
                        checkout.purchaseOrderReference(),
                        checkout.payment().orElse(PaymentMethod.INVOICE),
                        checkout.note(),
                        checkout.externalIds(),
                        account.language()),
                terms,
                texts,
                placer.approvedBy(),
                details(facts.expansion()));
    }

    /** What was bought, where that is more than articles as they stand. */
    private List<Order.LineDetail> details(Expansion expansion) {
        List<Order.LineDetail> details = new ArrayList<>();
        for (int i = 0; i < expansion.asked().size(); i++) {
            PriceRequest.Line line = expansion.asked().get(i);
            Optional<Expansion.Configured> configured =
                    Optional.ofNullable(expansion.configured().get(i));
            if (configured.isPresent() || line.recipient().isPresent()) {
                details.add(new Order.LineDetail(
                        line.id(),
                        line.sku(),
                        line.quantity(),
                        configured.map(this::configuration),
                        line.recipient(),
                        configured.map(one -> one.guidance().tasks()).orElse(List.of())));
            }
        }
        return details;
    }

    private Configuration configuration(Expansion.Configured configured) {
        Guidance guidance = configured.guidance();
        contents.keep(guidance.hash(), guidance.model());
        return new Configuration(configured.variant().product(), guidance.hash(), guidance.answers());
    }
}
