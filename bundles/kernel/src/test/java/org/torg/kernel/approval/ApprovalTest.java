package org.torg.kernel.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.approval.Colleagues.BERGEN;
import static org.torg.kernel.approval.Colleagues.OSLO;
import static org.torg.kernel.approval.Colleagues.actingFor;
import static org.torg.kernel.approval.Colleagues.at;
import static org.torg.kernel.approval.Colleagues.email;
import static org.torg.kernel.approval.Colleagues.program;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.staff;
import static org.torg.kernel.fixture.Callers.stranger;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.checkout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.torg.api.Argument;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Function;
import org.torg.api.account.Role;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.event.Event;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.Approvals;
import org.torg.api.order.Approvals.Approval;
import org.torg.api.order.Approvals.State;
import org.torg.api.order.Checkout;
import org.torg.api.order.Order;
import org.torg.api.order.PriceAgreement;
import org.torg.api.store.EventStore;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Outcomes;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.notification.Letters;
import org.torg.kernel.notification.Mailer;

class ApprovalTest {
    private static final PriceAgreement CURRENT = new PriceAgreement.Current();
    private static final ApprovalRule ALL =
            new ApprovalRule(Optional.empty(), Optional.empty(), Money.parse("NOK 0.00"));

    /** A shop whose customer lets nobody order alone but those who may approve. */
    private record Scene(Shop shop, Colleagues people, Caller buyer, Caller owner) {

        static Scene open(Database database) {
            Shop shop = Shop.open(database);
            Colleagues people = new Colleagues(shop);
            Scene scene = new Scene(shop, people, people.with("buyer", Role.BUYER), people.with("owner", Role.OWNER));
            scene.approvals()
                    .setRules(scene.owner, Optional.empty(), CUSTOMER.id(), Optional.empty(), List.of(ALL))
                    .orElseThrow();
            return scene;
        }

        Approvals approvals() {
            return shop.kernel().approvals;
        }

        CartId cart(int quantity) {
            return cart(buyer, quantity);
        }

        CartId cart(Caller caller, int quantity) {
            CartId id = shop.carts()
                    .create(caller, Optional.empty(), Optional.empty())
                    .orElseThrow()
                    .id();
            shop.carts().addLine(caller, Optional.empty(), id, DENIED, quantity).orElseThrow();
            return id;
        }

        Cart read(CartId id) {
            return shop.carts().get(owner, id).orElseThrow().cart();
        }

        Approval asked(CartId cart) {
            return asked(buyer, cart);
        }

        Approval asked(Caller caller, CartId cart) {
            return approvals()
                    .ask(caller, Optional.empty(), cart, Colleagues.confirmed(caller), "Vi trenger disse")
                    .orElseThrow();
        }

        Approval get(Approval approval) {
            return approvals().get(owner, approval.id()).orElseThrow();
        }

        Outcome<Order> approve(Caller caller, Approval approval) {
            return approvals().approve(caller, Optional.empty(), approval.id(), CURRENT);
        }

        String add(CartId cart) {
            return code(shop.carts().addLine(buyer, Optional.empty(), cart, DENIED, 1));
        }
    }

    @OnEveryDatabase
    void askingLocksTheCartWhichStaysReadable(Database database) {
        Scene scene = Scene.open(database);
        CartId cart = scene.cart(2);
        Approval asked = scene.asked(cart);
        assertThat(asked.state()).isEqualTo(State.OPEN);
        assertThat(asked.total().getAmount()).isEqualByComparingTo("423.75");
        assertThat(asked.askedBy()).isEqualTo(scene.buyer().user().orElseThrow());
        assertThat(scene.get(asked)).isEqualTo(asked);
        Cart locked = scene.read(cart);
        assertThat(locked.approval()).contains(asked.id());
        assertThat(scene.shop().carts().get(scene.buyer(), cart).orElseThrow().quotation())
                .isPresent();
        assertThat(scene.add(cart)).isEqualTo("cart-locked");
        assertThat(code(scene.shop()
                        .carts()
                        .changeLine(
                                scene.owner(),
                                Optional.empty(),
                                cart,
                                Optional.empty(),
                                locked.lines().get(0).id(),
                                0)))
                .isEqualTo("cart-locked");
        assertThat(code(scene.shop().carts().checkout(scene.owner(), Optional.empty(), cart, checkout(CURRENT))))
                .isEqualTo("cart-locked");
        assertThat(code(scene.approvals().ask(scene.buyer(), Optional.empty(), cart, checkout(CURRENT), "")))
                .isEqualTo("approval-open");
    }

    @OnEveryDatabase
    void approvingPlacesTheOrderInTheNameOfWhoAsked(Database database) {
        Scene scene = Scene.open(database);
        CartId cart = scene.cart(2);
        Checkout plain = checkout(CURRENT);
        Checkout stated = new Checkout(
                plain.prices(),
                plain.delivery(),
                plain.billing(),
                plain.contact(),
                Optional.of("PO-7"),
                plain.payment(),
                Optional.of("Ring først"),
                List.of());
        Approval asked = scene.approvals()
                .ask(scene.buyer(), Optional.empty(), cart, stated, "")
                .orElseThrow();
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("approve"));
        PriceAgreement total = new PriceAgreement.ExpectedTotal(asked.total());
        Order order =
                scene.approvals().approve(scene.owner(), key, asked.id(), total).orElseThrow();
        assertThat(order.placedBy()).isEqualTo(scene.buyer().user().orElseThrow());
        assertThat(order.approvedBy()).isEqualTo(scene.owner().user());
        assertThat(order.agreedBy()).isEqualTo(Order.AgreedBy.EXPECTED_TOTAL);
        assertThat(order.snapshot().purchaseOrderReference()).contains("PO-7");
        assertThat(order.snapshot().note()).contains("Ring først");
        assertThat(scene.shop().orders().get(scene.buyer(), order.id())).isEqualTo(Outcome.done(order));
        assertThat(scene.shop().stock(DENIED).reserved()).isEqualTo(2);
        assertThat(scene.read(cart).order()).contains(order.id());
        Approval approved = scene.get(asked);
        assertThat(approved.state()).isEqualTo(State.APPROVED);
        assertThat(approved.order()).contains(order.id());
        assertThat(approved.decidedBy()).isEqualTo(scene.owner().user());
        assertThat(scene.approvals().approve(scene.owner(), key, asked.id(), total))
                .isEqualTo(Outcome.done(order));
        assertThat(code(scene.approve(scene.owner(), asked))).isEqualTo("approval-decided");
        assertThat(scene.add(cart)).isEqualTo("cart-closed");
    }

    @OnEveryDatabase
    void thePriceIsTheOneOnWhichTheApproverAgrees(Database database) {
        Scene scene = Scene.open(database);
        CartId cart = scene.cart(2);
        Approval asked = scene.asked(cart);
        String shown = scene.shop()
                .carts()
                .get(scene.owner(), cart)
                .orElseThrow()
                .quotation()
                .orElseThrow()
                .snapshot();
        scene.shop().price(DENIED, "777.00");
        assertThat(code(scene.approvals()
                        .approve(
                                scene.owner(),
                                Optional.empty(),
                                asked.id(),
                                new PriceAgreement.ExpectedTotal(asked.total()))))
                .isEqualTo("total-differs");
        assertThat(scene.get(asked).state()).isEqualTo(State.OPEN);
        Order order = scene.approvals()
                .approve(scene.owner(), Optional.empty(), asked.id(), new PriceAgreement.Snapshot(shown))
                .orElseThrow();
        assertThat(order.price().gross()).isEqualTo(asked.total());
        assertThat(order.agreedBy()).isEqualTo(Order.AgreedBy.SNAPSHOT);
    }

    @OnEveryDatabase
    void decliningAndTakingBackUnlockTheCart(Database database) {
        Scene scene = Scene.open(database);
        CartId cart = scene.cart(1);
        Approval first = scene.asked(cart);
        assertThat(code(scene.approvals().decline(scene.owner(), Optional.empty(), first.id(), " ")))
                .isEqualTo("reason-invalid");
        Approval declined = scene.approvals()
                .decline(scene.owner(), Optional.empty(), first.id(), "Vent til neste måned")
                .orElseThrow();
        assertThat(declined.state()).isEqualTo(State.DECLINED);
        assertThat(declined.reason()).contains("Vent til neste måned");
        assertThat(scene.get(first)).isEqualTo(declined);
        assertThat(scene.read(cart).approval()).isEmpty();
        assertThat(scene.add(cart)).isEqualTo("done");
        Approval second = scene.asked(cart);
        assertThat(code(scene.approvals().withdraw(scene.owner(), Optional.empty(), second.id())))
                .isEqualTo("request-of-another");
        assertThat(scene.approvals()
                        .withdraw(scene.buyer(), Optional.empty(), second.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(State.WITHDRAWN);
        assertThat(scene.add(cart)).isEqualTo("done");
        assertThat(code(scene.approve(scene.owner(), second))).isEqualTo("approval-decided");
        assertThat(code(scene.approvals().decline(scene.owner(), Optional.empty(), first.id(), "nei")))
                .isEqualTo("approval-decided");
        assertThat(code(scene.approvals().withdraw(scene.buyer(), Optional.empty(), second.id())))
                .isEqualTo("approval-decided");
    }

    @OnEveryDatabase
    void whoHasAskedNeverDecides(Database database) {
        Scene scene = Scene.open(database);
        scene.approvals()
                .setRules(scene.owner(), Optional.empty(), CUSTOMER.id(), Optional.empty(), List.of(ALL))
                .orElseThrow();
        Caller chief = scene.people().with("chief", Role.OWNER);
        scene.approvals()
                .setRules(
                        chief,
                        Optional.empty(),
                        CUSTOMER.id(),
                        Optional.empty(),
                        List.of(new ApprovalRule(Optional.of(Role.OWNER), Optional.empty(), Money.parse("NOK 1.00"))))
                .orElseThrow();
        Approval asked = scene.asked(chief, scene.cart(chief, 1));
        for (Caller same : List.of(
                chief,
                program(chief),
                actingFor(chief, scene.owner(), ActingFor.Kind.CLINICIAN),
                actingFor(scene.owner(), chief, ActingFor.Kind.CLINICIAN))) {
            assertThat(code(scene.approve(same, asked))).isEqualTo("own-request");
            assertThat(code(scene.approvals().decline(same, Optional.empty(), asked.id(), "nei")))
                    .isEqualTo("own-request");
        }
        assertThat(code(scene.approve(actingFor(scene.owner(), scene.buyer(), ActingFor.Kind.CLINICIAN), asked)))
                .isEqualTo("own-name-required");
        assertThat(scene.approve(program(scene.owner()), asked).orElseThrow().approvedBy())
                .isEqualTo(scene.owner().user());
    }

    @OnEveryDatabase
    void whoseOrderItIsDoesNotDecideEither(Database database) {
        Scene scene = Scene.open(database);
        Caller clinician = scene.people().with("clinician", Role.OWNER);
        Caller shared = actingFor(scene.buyer(), clinician, ActingFor.Kind.CLINICIAN);
        Approval asked = scene.asked(shared, scene.cart(shared, 1));
        assertThat(code(scene.approve(clinician, asked))).isEqualTo("own-request");
        Order order = scene.approve(scene.owner(), asked).orElseThrow();
        assertThat(order.placedBy()).isEqualTo(scene.buyer().user().orElseThrow());
        assertThat(order.actingFor()).isEqualTo(clinician.user());
        assertThat(new Letters(scene.shop().kernel()).to(email("clinician"))).isEmpty();
    }

    @OnEveryDatabase
    void twoApproversAtOnceMakeOneOrder(Database database) {
        Scene scene = Scene.open(database);
        Caller chief = scene.people().with("chief", Role.OWNER);
        Kernel second = scene.shop().kernel().node();
        Approval asked = scene.asked(scene.cart(10));
        List<Outcome<Order>> answers =
                Parallel.run(4, caller -> (caller % 2 == 0 ? scene.shop().kernel() : second)
                        .approvals.approve(caller < 2 ? scene.owner() : chief, Optional.empty(), asked.id(), CURRENT));
        assertThat(answers.stream().map(Outcomes::code))
                .containsExactlyInAnyOrder("done", "approval-decided", "approval-decided", "approval-decided");
        assertThat(scene.shop().stock(DENIED).reserved()).isEqualTo(10);
    }

    @OnEveryDatabase
    void approvingDecliningAndTakingBackAtOnceIsOneDecision(Database database) {
        Scene scene = Scene.open(database);
        Kernel second = scene.shop().kernel().node();
        CartId cart = scene.cart(3);
        Approval asked = scene.asked(cart);
        List<Outcome<?>> answers = Parallel.run(3, caller -> switch (caller) {
            case 0 -> scene.approve(scene.owner(), asked);
            case 1 -> second.approvals.decline(scene.owner(), Optional.empty(), asked.id(), "nei");
            default -> second.approvals.withdraw(scene.buyer(), Optional.empty(), asked.id());
        });
        assertThat(answers.stream().map(Outcomes::code))
                .containsExactlyInAnyOrder("done", "approval-decided", "approval-decided");
        boolean approved = scene.get(asked).state() == State.APPROVED;
        assertThat(scene.read(cart).order().isPresent()).isEqualTo(approved);
        assertThat(scene.shop().stock(DENIED).reserved()).isEqualTo(approved ? 3 : 0);
    }

    @OnEveryDatabase
    void anEditBesideTheQuestionIsPartOfItOrRefused(Database database) {
        Scene scene = Scene.open(database);
        Kernel second = scene.shop().kernel().node();
        CartId cart = scene.cart(1);
        List<Outcome<?>> answers = Parallel.run(
                2,
                caller -> caller == 0
                        ? scene.approvals().ask(scene.buyer(), Optional.empty(), cart, checkout(CURRENT), "")
                        : second.carts.addLine(scene.buyer(), Optional.empty(), cart, DENIED, 1));
        Approval asked = (Approval) answers.get(0).orElseThrow();
        int pieces = scene.read(cart).lines().get(0).quantity();
        assertThat(code(answers.get(1))).isEqualTo(pieces == 2 ? "done" : "cart-locked");
        Order order = scene.approvals()
                .approve(scene.owner(), Optional.empty(), asked.id(), new PriceAgreement.ExpectedTotal(asked.total()))
                .orElseThrow();
        assertThat(order.lines().get(0).ordered()).isEqualTo(pieces);
    }

    @OnEveryDatabase
    void anOrderThatCannotBePlacedLeavesTheQuestionOpen(Database database) {
        Scene scene = Scene.open(database);
        CartId cart = scene.cart(10);
        Approval asked = scene.asked(cart);
        scene.shop().onHand(DENIED, 9);
        assertThat(code(scene.approve(scene.owner(), asked))).isEqualTo("stock-insufficient");
        assertThat(scene.get(asked).state()).isEqualTo(State.OPEN);
        assertThat(scene.read(cart).order()).isEmpty();
        assertThat(scene.add(cart)).isEqualTo("cart-locked");
        scene.shop().onHand(DENIED, 10);
        assertThat(code(scene.approve(scene.owner(), asked))).isEqualTo("done");
    }

    @OnEveryDatabase
    void nobodyIsAskedInVainOrWithoutNeed(Database database) {
        Scene scene = Scene.open(database);
        assertThat(code(scene.approvals().ask(scene.owner(), Optional.empty(), scene.cart(1), checkout(CURRENT), "")))
                .isEqualTo("approval-needless");
        CartId empty = scene.shop()
                .carts()
                .create(scene.buyer(), Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        assertThat(code(scene.approvals().ask(scene.buyer(), Optional.empty(), empty, checkout(CURRENT), "")))
                .isEqualTo("cart-empty");
        assertThat(code(scene.approvals()
                        .ask(scene.buyer(), Optional.empty(), scene.cart(1), checkout(CURRENT), "x".repeat(2001))))
                .isEqualTo("note-invalid");
        assertThat(code(scene.approvals().ask(foreigner(), Optional.empty(), scene.cart(1), checkout(CURRENT), "")))
                .isEqualTo("cart-not-found");
        Caller seesNoPrices = scene.people().ticked("blind", Function.ORDER_APPROVE, Function.ORDER_PLACE);
        Approval asked = scene.asked(scene.cart(1));
        assertThat(new Letters(scene.shop().kernel()).to(email("blind"))).isEmpty();
        assertThat(code(scene.approve(seesNoPrices, asked))).isEqualTo("right-missing");
        Caller chief = scene.people().ticked("chief", Function.ORDER_APPROVE, Function.PRICE_READ);
        assertThat(scene.shop().carts().get(chief, asked.cart()).orElseThrow().quotation())
                .as("who edits no carts sees what to approve")
                .isPresent();
        assertThat(code(scene.shop().carts().get(chief, scene.cart(1)))).isEqualTo("cart-not-found");
        assertThat(code(scene.approve(chief, asked))).isEqualTo("done");
    }

    @OnEveryDatabase
    void aLocationsApproverDecidesThereOnly(Database database) {
        Scene scene = Scene.open(database);
        Caller inOslo = scene.people().with("oslo", Role.OWNER, OSLO);
        Caller inBergen = scene.people().with("bergen", Role.OWNER, BERGEN);
        Caller buyer = at(scene.buyer(), OSLO);
        Approval asked = scene.asked(buyer, scene.cart(buyer, 1));
        assertThat(asked.location()).contains(OSLO);
        assertThat(code(scene.approve(inBergen, asked))).isEqualTo("approval-not-found");
        assertThat(found(scene, inBergen)).isEmpty();
        assertThat(found(scene, inOslo)).containsExactly(asked.id());
        assertThat(new Letters(scene.shop().kernel()).to(email("bergen"))).isEmpty();
        Order order = scene.approve(inOslo, asked).orElseThrow();
        assertThat(order.location()).contains(OSLO);
    }

    private static List<ApprovalId> found(Scene scene, Caller caller) {
        return scene.approvals().find(caller, Optional.empty(), PageRequest.first(10)).orElseThrow().items().stream()
                .map(Approval::id)
                .toList();
    }

    @OnEveryDatabase
    void whoHasAskedAndWhoMayDecideSeeIt(Database database) {
        Scene scene = Scene.open(database);
        Caller other = scene.people().with("other", Role.BUYER);
        Approval first = scene.asked(scene.cart(1));
        Approval second = scene.asked(other, scene.cart(other, 2));
        assertThat(found(scene, scene.owner())).containsExactly(second.id(), first.id());
        assertThat(found(scene, scene.buyer())).containsExactly(first.id());
        Approvals approvals = scene.approvals();
        assertThat(approvals
                        .find(scene.owner(), Optional.of(State.DECLINED), PageRequest.first(10))
                        .orElseThrow()
                        .items())
                .isEmpty();
        var page = approvals
                .find(scene.owner(), Optional.of(State.OPEN), PageRequest.first(1))
                .orElseThrow();
        assertThat(page.items()).containsExactly(second);
        assertThat(approvals
                        .find(scene.owner(), Optional.empty(), new PageRequest(page.next(), 1))
                        .orElseThrow()
                        .items())
                .containsExactly(first);
        Refusal unknown = refusal(approvals.get(scene.buyer(), new ApprovalId("nothing")));
        assertThat(refusal(approvals.get(scene.buyer(), second.id()))).isEqualTo(unknown);
        assertThat(refusal(approvals.get(foreigner(), second.id()))).isEqualTo(unknown);
        assertThat(refusal(approvals.approve(foreigner(), Optional.empty(), second.id(), CURRENT)))
                .isEqualTo(unknown);
        assertThat(refusal(approvals.decline(foreigner(), Optional.empty(), second.id(), "nei")))
                .isEqualTo(unknown);
        assertThat(refusal(approvals.withdraw(foreigner(), Optional.empty(), second.id())))
                .isEqualTo(unknown);
        assertThat(code(approvals.get(staff(), second.id()))).isEqualTo("right-missing");
        assertThat(refusal(approvals.get(stranger(), second.id())).kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(refusal(approvals.find(stranger(), Optional.empty(), PageRequest.first(1)))
                        .kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @OnEveryDatabase
    void whatSomebodyHasAskedForCanBeDecidedAfterTheyHaveLeft(Database database) {
        Scene scene = Scene.open(database);
        Caller gone = Callers.buyer();
        Approval asked = scene.asked(gone, scene.cart(gone, 1));
        Order order = scene.approve(scene.owner(), asked).orElseThrow();
        assertThat(order.placedBy()).isEqualTo(gone.user().orElseThrow());
        assertThat(new Letters(scene.shop().kernel()).waiting())
                .extracting(Mailer.Letter::template)
                .containsOnly("approval-asked");
    }

    @OnEveryDatabase
    void thoseWhoMayApproveAreToldAndWhoAskedHearsWhatCameOfIt(Database database) {
        Scene scene = Scene.open(database);
        for (int i = 0; i < 25; i++) {
            scene.people().with("chief-" + i, Role.OWNER);
        }
        Approval asked = scene.asked(scene.cart(1));
        Letters letters = new Letters(scene.shop().kernel());
        assertThat(letters.waiting()).hasSize(20).allSatisfy(letter -> {
            assertThat(letter.template()).isEqualTo("approval-asked");
            assertThat(letter.arguments()).contains(Argument.text(CUSTOMER.name()), Argument.amount(asked.total()));
        });
        assertThat(letters.to(email("buyer"))).isEmpty();
        Order order = scene.approve(scene.owner(), asked).orElseThrow();
        assertThat(letters.last(email("buyer")).template()).isEqualTo("approval-decided");
        assertThat(letters.last(email("buyer")).arguments()).contains(Argument.text(order.number()));
        Approval next = scene.asked(scene.cart(1));
        scene.approvals().withdraw(scene.buyer(), Optional.empty(), next.id()).orElseThrow();
        assertThat(letters.to(email("buyer"))).hasSize(1);
    }

    @OnEveryDatabase
    void othersAreToldByEventsWithoutPersonalData(Database database) {
        Scene scene = Scene.open(database);
        CartId cart = scene.cart(1);
        Approval asked = scene.asked(cart);
        Order order = scene.approve(scene.owner(), asked).orElseThrow();
        assertThat(events(scene))
                .contains(
                        new Event.ApprovalAsked(LIGHTING, Optional.of(CUSTOMER.id()), asked.id(), cart, asked.total()),
                        new Event.ApprovalDecided(
                                LIGHTING,
                                Optional.of(CUSTOMER.id()),
                                asked.id(),
                                State.APPROVED,
                                Optional.of(order.id())));
    }

    private static List<Event> events(Scene scene) {
        EventStore events = scene.shop().stores().events();
        scene.shop().stores().transactions().change(tx -> events.position(tx, 100));
        return scene.shop().stores().transactions().read(tx -> events.feed(tx, 0, 100)).stream()
                .map(positioned -> positioned.event().event())
                .toList();
    }

    @OnEveryDatabase
    void rulesAreTheAccountsOwn(Database database) {
        Scene scene = Scene.open(database);
        Approvals approvals = scene.approvals();
        assertThat(approvals.rules(scene.buyer(), CUSTOMER.id()).orElseThrow().rules())
                .containsExactly(ALL);
        assertThat(code(approvals.setRules(
                        scene.buyer(), Optional.empty(), CUSTOMER.id(), Optional.empty(), List.of())))
                .isEqualTo("right-missing");
        assertThat(code(approvals.rules(foreigner(), CUSTOMER.id()))).isEqualTo("account-not-found");
        assertThat(code(approvals.setRules(foreigner(), Optional.empty(), CUSTOMER.id(), Optional.empty(), List.of())))
                .isEqualTo("account-not-found");
        assertThat(code(approvals.rules(Callers.STAFF, new org.torg.api.account.AccountId("nothing"))))
                .isEqualTo("account-not-found");
        assertThat(refusal(approvals.setRules(
                                scene.owner(), Optional.empty(), CUSTOMER.id(), Optional.of(7L), List.of()))
                        .kind())
                .isEqualTo(Refusal.Kind.PRECONDITION);
        Approvals.Rules none = approvals
                .setRules(scene.owner(), Optional.empty(), CUSTOMER.id(), Optional.of(1L), List.of())
                .orElseThrow();
        assertThat(none.version()).isEqualTo(2);
        assertThat(code(scene.shop()
                        .carts()
                        .checkout(scene.buyer(), Optional.empty(), scene.cart(1), checkout(CURRENT))))
                .isEqualTo("done");
    }

    @OnEveryDatabase
    void rulesThatCannotHoldAreRefused(Database database) {
        Scene scene = Scene.open(database);
        assertThat(set(scene, new ApprovalRule(Optional.empty(), Optional.empty(), Money.parse("NOK -0.01"))))
                .isEqualTo("rule-invalid");
        assertThat(set(scene, new ApprovalRule(Optional.of(Role.STAFF_ORDERS), Optional.empty(), ALL.above())))
                .isEqualTo("rule-invalid");
        assertThat(set(scene, new ApprovalRule(Optional.empty(), Optional.of(OSLO), ALL.above())))
                .as("no location of the account")
                .isEqualTo("rule-invalid");
        assertThat(set(scene, ALL, ALL)).isEqualTo("rule-invalid");
        assertThat(set(scene, Stream.generate(() -> ALL).limit(101).toArray(ApprovalRule[]::new)))
                .isEqualTo("rule-invalid");
        ApprovalRule owners = new ApprovalRule(Optional.of(Role.OWNER), Optional.empty(), ALL.above());
        assertThat(set(scene, owners)).as("the only approver is held by it").isEqualTo("approver-missing");
        scene.people().ticked("chief", Function.ORDER_APPROVE, Function.PRICE_READ);
        assertThat(set(scene, owners)).isEqualTo("done");
    }

    @OnEveryDatabase
    void anAccountThatNobodyCouldApproveForHasNoRules(Database database) {
        Shop shop = Shop.open(database);
        Caller owner = Callers.owner();
        assertThat(refusal(shop.kernel()
                                .approvals
                                .setRules(owner, Optional.empty(), CUSTOMER.id(), Optional.empty(), List.of(ALL)))
                        .details()
                        .get(0)
                        .field())
                .isEqualTo("/rules/0");
    }

    private static String set(Scene scene, ApprovalRule... rules) {
        return code(scene.approvals()
                .setRules(scene.owner(), Optional.empty(), CUSTOMER.id(), Optional.empty(), List.of(rules)));
    }
}
