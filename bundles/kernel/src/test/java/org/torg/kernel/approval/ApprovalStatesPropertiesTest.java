package org.torg.kernel.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.fixture.Shop.checkout;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.joda.money.Money;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.account.Role;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.Approvals;
import org.torg.api.order.Approvals.Approval;
import org.torg.api.order.Approvals.State;
import org.torg.api.order.PriceAgreement;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Shop;

/** Whatever is done with a cart and its approval, in whatever order, both stand as a small model says. */
class ApprovalStatesPropertiesTest {
    private static final PriceAgreement CURRENT = new PriceAgreement.Current();

    private enum Step {
        ADD,
        ASK,
        ASK_NEEDLESSLY,
        CHECK_OUT,
        CHECK_OUT_AS_OWNER,
        APPROVE,
        APPROVE_ONESELF,
        DECLINE,
        WITHDRAW,
        WITHDRAW_ANOTHERS
    }

    /** What should be: a cart with so many pieces, whether it is ordered, and its last approval. */
    private static final class Model {
        private int pieces;
        private boolean ordered;
        private Optional<State> approval = Optional.empty();

        private boolean isLocked() {
            return approval.equals(Optional.of(State.OPEN));
        }

        private String next(Step step) {
            return switch (step) {
                case ADD -> {
                    String obstacle = edited();
                    pieces += obstacle.equals("done") ? 1 : 0;
                    yield obstacle;
                }
                case ASK, ASK_NEEDLESSLY -> ask(step == Step.ASK);
                case CHECK_OUT, CHECK_OUT_AS_OWNER -> checkOut(step == Step.CHECK_OUT_AS_OWNER);
                case APPROVE -> decide(State.APPROVED);
                case DECLINE -> decide(State.DECLINED);
                case WITHDRAW -> decide(State.WITHDRAWN);
                case APPROVE_ONESELF -> approval.isEmpty() ? "approval-not-found" : "own-request";
                case WITHDRAW_ANOTHERS -> approval.isEmpty() ? "approval-not-found" : "request-of-another";
            };
        }

        private String edited() {
            return ordered ? "cart-closed" : isLocked() ? "cart-locked" : "done";
        }

        private String ask(boolean needed) {
            if (ordered || isLocked()) {
                return ordered ? "cart-closed" : "approval-open";
            }
            if (pieces == 0 || !needed) {
                return pieces == 0 ? "cart-empty" : "approval-needless";
            }
            approval = Optional.of(State.OPEN);
            return "done";
        }

        private String checkOut(boolean alone) {
            String obstacle = edited();
            if (!obstacle.equals("done")) {
                return obstacle;
            }
            if (pieces == 0 || !alone) {
                return pieces == 0 ? "cart-empty" : "approval-required";
            }
            ordered = true;
            return "done";
        }

        private String decide(State state) {
            if (!isLocked()) {
                return approval.isEmpty() ? "approval-not-found" : "approval-decided";
            }
            approval = Optional.of(state);
            ordered = state == State.APPROVED;
            return "done";
        }
    }

    /** What is. */
    private static final class Real {
        private final Shop shop;
        private final Caller buyer;
        private final Caller owner;
        private final CartId cart;
        private ApprovalId approval = new ApprovalId("nothing");

        private Real(Database database) {
            shop = Shop.open(database);
            Colleagues people = new Colleagues(shop);
            buyer = people.with("buyer", Role.BUYER);
            owner = people.with("owner", Role.OWNER);
            ApprovalRule all = new ApprovalRule(Optional.empty(), Optional.empty(), Money.parse("NOK 0.00"));
            approvals()
                    .setRules(owner, Optional.empty(), CUSTOMER.id(), Optional.empty(), List.of(all))
                    .orElseThrow();
            cart = shop.carts()
                    .create(buyer, Optional.empty(), Optional.empty())
                    .orElseThrow()
                    .id();
        }

        private Approvals approvals() {
            return shop.kernel().approvals;
        }

        private Cart cart() {
            return shop.carts().get(owner, cart).orElseThrow().cart();
        }

        private String next(Step step) {
            Outcome<?> outcome =
                    switch (step) {
                        case ADD -> shop.carts().addLine(buyer, Optional.empty(), cart, UNTRACKED, 1);
                        case ASK -> ask();
                        case ASK_NEEDLESSLY -> approvals().ask(owner, Optional.empty(), cart, checkout(CURRENT), "");
                        case CHECK_OUT -> shop.carts().checkout(buyer, Optional.empty(), cart, checkout(CURRENT));
                        case CHECK_OUT_AS_OWNER ->
                            shop.carts().checkout(owner, Optional.empty(), cart, checkout(CURRENT));
                        case APPROVE -> approvals().approve(owner, Optional.empty(), approval, CURRENT);
                        case APPROVE_ONESELF -> approvals().approve(buyer, Optional.empty(), approval, CURRENT);
                        case DECLINE -> approvals().decline(owner, Optional.empty(), approval, "nei");
                        case WITHDRAW -> approvals().withdraw(buyer, Optional.empty(), approval);
                        case WITHDRAW_ANOTHERS -> approvals().withdraw(owner, Optional.empty(), approval);
                    };
            return code(outcome);
        }

        private Outcome<Approval> ask() {
            return approvals()
                    .ask(buyer, Optional.empty(), cart, checkout(CURRENT), "")
                    .map(asked -> {
                        approval = asked.id();
                        return asked;
                    });
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void cartAndApprovalStandAsTheModelSays(
            @ForAll Database database, @ForAll @Size(min = 4, max = 20) List<Step> steps) {
        Real real = new Real(database);
        Model model = new Model();
        for (Step step : steps) {
            assertThat(real.next(step)).as(step + " of " + steps).isEqualTo(model.next(step));
            Cart cart = real.cart();
            assertThat(cart.order().isPresent()).isEqualTo(model.ordered);
            assertThat(cart.lines().stream().mapToInt(Cart.Line::quantity).sum())
                    .isEqualTo(model.pieces);
            boolean waits = model.approval
                    .filter(state -> state == State.OPEN || state == State.APPROVED)
                    .isPresent();
            assertThat(cart.approval().isPresent()).isEqualTo(waits);
            if (model.approval.isPresent()) {
                Approval approval =
                        real.approvals().get(real.owner, real.approval).orElseThrow();
                assertThat(approval.state()).isEqualTo(model.approval.get());
                assertThat(approval.order()).isEqualTo(waits ? cart.order() : Optional.empty());
            }
        }
    }
}
