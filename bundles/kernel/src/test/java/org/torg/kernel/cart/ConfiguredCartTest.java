package org.torg.kernel.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.SOUTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.BACKORDERED;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.fixture.Shop.checkout;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Role;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.cart.Carts;
import org.torg.api.cart.Carts.CartView;
import org.torg.api.cart.Carts.ConfiguredLine;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Guidance;
import org.torg.api.order.Order;
import org.torg.api.order.OrderLine;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.LineId;
import org.torg.api.store.CartStore;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.fixture.Splint;

/** Configured lines in carts: incomplete at first, changed later, ordered when they are complete. */
@Tag("D13")
@Tag("H26")
@Tag("H27")
class ConfiguredCartTest {

    private static final PriceAgreement CURRENT = new PriceAgreement.Current();

    private static Shop shop(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white", "black"));
        return shop;
    }

    private static CartId cart(Shop shop) {
        return shop.carts()
                .create(owner(), Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
    }

    private static NewLine configured(int quantity, Answers answers) {
        return new NewLine(UNTRACKED, quantity, Optional.of(answers), Optional.empty());
    }

    private static Cart add(Shop shop, CartId cart, NewLine line) {
        return shop.carts().addLine(owner(), Optional.empty(), cart, line).orElseThrow();
    }

    private static Outcome<Cart> configure(Shop shop, Cart cart, int line, Answers answers) {
        return shop.carts()
                .configureLine(
                        owner(),
                        Optional.empty(),
                        cart.id(),
                        Optional.of(cart.version()),
                        cart.lines().get(line).id(),
                        answers,
                        Optional.empty());
    }

    private static CartView view(Shop shop, CartId cart) {
        return shop.carts().get(owner(), cart).orElseThrow();
    }

    @OnEveryDatabase
    void aLineMayBeIncompleteAndIsOrderedWhenItIsComplete(Database database) {
        Shop shop = shop(database);
        CartId id = cart(shop);
        Cart incomplete = add(shop, id, configured(2, Answers.NONE));

        ConfiguredLine standing = view(shop, id).configured().get(0);
        assertThat(standing.complete()).isFalse();
        assertThat(standing.missing()).containsExactly("size");
        assertThat(view(shop, id).objections()).extracting(Objection::code).containsExactly("configuration-incomplete");
        Refusal refusal = refusal(shop.carts().checkout(owner(), Optional.empty(), id, checkout(CURRENT)));
        assertThat(refusal.code()).isEqualTo("configuration-incomplete");
        assertThat(refusal.details()).extracting(Refusal.Detail::field).containsExactly("/lines/0/answers/size");

        Cart complete = configure(shop, incomplete, 0, Splint.LARGE).orElseThrow();
        assertThat(view(shop, id).cart()).isEqualTo(complete);
        assertThat(view(shop, id).objections()).isEmpty();
        CartView shown = view(shop, id);
        assertThat(shown.configured().get(0).complete()).isTrue();
        assertThat(shown.configured().get(0).net())
                .contains(shown.quotation().orElseThrow().priced().lines().stream()
                        .map(line -> line.net())
                        .reduce(Money::plus)
                        .orElseThrow());
        shop.price(DENIED, "999.00");
        Order order = shop.carts()
                .checkout(
                        owner(),
                        Optional.empty(),
                        id,
                        checkout(new PriceAgreement.Snapshot(
                                shown.quotation().orElseThrow().snapshot())))
                .orElseThrow();
        assertThat(order.price()).isEqualTo(shown.quotation().orElseThrow().priced());
        assertThat(order.lines()).extracting(OrderLine::sku).containsExactly(DENIED, BACKORDERED);
        assertThat(order.lines()).extracting(OrderLine::ordered).containsExactly(2, 4);
    }

    @OnEveryDatabase
    void answersThatDoNotFitAreKeptNamedAndNotOrdered(Database database) {
        Shop shop = shop(database);
        CartId id = cart(shop);
        Answers conflicting = Splint.SMALL.with("colour", Answer.chosen("black"));
        add(shop, id, configured(1, conflicting));

        CartView view = view(shop, id);

        assertThat(view.cart().lines().get(0).configuration().orElseThrow().answers())
                .isEqualTo(conflicting);
        assertThat(view.configured().get(0).misfits())
                .extracting(Guidance.Misfit::question)
                .containsExactly("colour");
        Objection objection = view.objections().get(0);
        assertThat(objection.code()).isEqualTo("configuration-conflicts");
        assertThat(objection.line()).contains(view.cart().lines().get(0).id());
        assertThat(view.quotation()).isPresent();
        assertThat(code(shop.carts().checkout(owner(), Optional.empty(), id, checkout(CURRENT))))
                .isEqualTo("configuration-conflicts");
    }

    @OnEveryDatabase
    void configuredLinesNeverMergeAndPlainOnesDo(Database database) {
        Shop shop = shop(database);
        CartId id = cart(shop);
        add(shop, id, configured(1, Splint.LARGE));
        add(shop, id, configured(1, Splint.LARGE));
        shop.carts().addLine(owner(), Optional.empty(), id, DENIED, 1).orElseThrow();
        Cart cart =
                shop.carts().addLine(owner(), Optional.empty(), id, DENIED, 2).orElseThrow();

        assertThat(cart.lines()).extracting(Cart.Line::quantity).containsExactly(1, 1, 3);
        Cart changed = shop.carts()
                .changeLine(
                        owner(),
                        Optional.empty(),
                        id,
                        Optional.of(cart.version()),
                        cart.lines().get(1).id(),
                        5)
                .orElseThrow();
        assertThat(changed.lines().get(1).configuration())
                .isEqualTo(cart.lines().get(1).configuration());
        assertThat(view(shop, id).cart()).isEqualTo(changed);
        assertThat(refusal(configure(shop, cart, 0, Splint.SMALL)).kind()).isEqualTo(Refusal.Kind.PRECONDITION);
    }

    @OnEveryDatabase
    void whatIsNotAskedIsNotKept(Database database) {
        Shop shop = shop(database);
        CartId id = cart(shop);

        assertThat(code(shop.carts()
                        .addLine(
                                owner(),
                                Optional.empty(),
                                id,
                                configured(1, Splint.LARGE.with("name", new Answer.Words("Kari"))))))
                .isEqualTo("question-unknown");
        assertThat(code(shop.carts()
                        .addLine(
                                owner(),
                                Optional.empty(),
                                id,
                                new NewLine(DENIED, 1, Optional.of(Splint.LARGE), Optional.empty()))))
                .isEqualTo("configuration-none");
        assertThat(view(shop, id).cart().lines()).isEmpty();
    }

    @OnEveryDatabase
    void parallelEditsOfConfiguredLinesLoseNone(Database database) {
        Shop shop = shop(database);
        Kernel second = shop.kernel().node();
        second.configurator.model(Splint.device("white", "black"));
        CartId id = cart(shop);
        List<Cart.Line> lines = IntStream.range(0, 4)
                .mapToObj(i -> add(shop, id, configured(1, Answers.NONE)))
                .reduce((before, last) -> last)
                .orElseThrow()
                .lines();

        List<Outcome<Cart>> answers = Parallel.run(16, caller -> {
            Carts carts = (caller % 2 == 0 ? shop.kernel() : second).carts;
            LineId line = lines.get(caller % 4).id();
            if (caller < 4) {
                return carts.configureLine(
                        owner(), Optional.empty(), id, Optional.empty(), line, Splint.LARGE, Optional.empty());
            }
            return caller < 8
                    ? carts.changeLine(owner(), Optional.empty(), id, Optional.empty(), line, 7)
                    : carts.addLine(owner(), Optional.empty(), id, configured(1, Splint.SMALL));
        });

        assertThat(answers).allMatch(Outcome::isDone);
        Cart cart = view(shop, id).cart();
        assertThat(cart.lines()).hasSize(12);
        assertThat(cart.lines().subList(0, 4))
                .allMatch(line -> line.quantity() == 7
                        && line.configuration().orElseThrow().answers().equals(Splint.LARGE));
        assertThat(cart.version()).isEqualTo(1 + 4 + 16);
    }

    @OnEveryDatabase
    @Tag("D16")
    @Tag("D19")
    void answersAboutAPatientAreSealedAndGoWithThePatient(Database database) {
        Clinic clinic = Clinic.open(database);
        clinic.kernel().configurator.model(Splint.whole("white"));
        Caller dentist = clinic.signedIn(clinic.person("Dentist", at(NORTH, Role.BUYER)), NORTH);
        Caller south = clinic.signedIn(clinic.person("South", at(SOUTH, Role.BUYER)), SOUTH);
        RecipientId patient = patient(clinic, dentist);
        RecipientId foreign = patient(clinic, south);
        Carts carts = clinic.shop().carts();
        CartId id = carts.create(dentist, Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        Answers answers = Splint.forPatient("Grinds at night");

        assertThat(code(carts.addLine(dentist, Optional.empty(), id, forSomebody(answers, Optional.empty()))))
                .isEqualTo("recipient-required");
        assertThat(code(carts.addLine(dentist, Optional.empty(), id, forSomebody(answers, Optional.of(foreign)))))
                .isEqualTo("recipient-not-found");
        Cart added = carts.addLine(dentist, Optional.empty(), id, forSomebody(answers, Optional.of(patient)))
                .orElseThrow();

        assertThat(added.lines().get(0).configuration().orElseThrow().answers()).isEqualTo(Splint.LARGE);
        assertThat(database.texts()).isNotEmpty().noneMatch(text -> text.contains("Grinds at night"));
        CartView view = carts.get(dentist, id).orElseThrow();
        assertThat(view.cart().lines().get(0).configuration().orElseThrow().answers())
                .isEqualTo(answers);
        assertThat(view.configured().get(0).complete()).isTrue();
        assertThat(view.configured().get(0).answers()).isEqualTo(answers);
        assertThat(clinic.audit(1).get(0).command()).isEqualTo("read-recipient");
        List<CartStore.LineFor> lines = clinic.kernel()
                .transactions
                .read(tx -> clinic.kernel().stores.carts().linesFor(tx, patient));
        assertThat(lines).hasSize(1);

        clinic.kernel().transactions.change(tx -> {
            clinic.kernel().vault.destroy(tx, patient.value());
            clinic.kernel().stores.carts().forget(tx, patient);
        });
        CartView after = carts.get(dentist, id).orElseThrow();
        assertThat(after.configured().get(0).answers()).isEqualTo(Splint.LARGE);
        Cart.Line left = after.cart().lines().get(0);
        assertThat(left.recipient()).isEmpty();
        assertThat(left.configuration().orElseThrow().answers()).isEqualTo(Splint.LARGE);
        assertThat(code(carts.checkout(dentist, Optional.empty(), id, checkout(CURRENT))))
                .isEqualTo("configuration-incomplete");
    }

    private static RecipientId patient(Clinic clinic, Caller caller) {
        return clinic.kernel()
                .recipients
                .add(caller, Optional.empty(), "Kari Nordmann", Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
    }

    private static NewLine forSomebody(Answers answers, Optional<RecipientId> recipient) {
        return new NewLine(new Sku(UNTRACKED.value()), 1, Optional.of(answers), recipient);
    }
}
