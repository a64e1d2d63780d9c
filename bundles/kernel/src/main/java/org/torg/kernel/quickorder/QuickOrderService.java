package org.torg.kernel.quickorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.order.Order;
import org.torg.api.pricing.LineId;
import org.torg.api.quickorder.QuickOrders;
import org.torg.api.quickorder.Report;
import org.torg.api.quickorder.Report.State;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.cart.CartFilling;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.quote.ListIntake;

/** Reads and judges rows outside of any transaction, and adds the good ones in one. */
@Component(service = QuickOrders.class)
public final class QuickOrderService implements QuickOrders {

    private static final String NOTHING = "nothing-to-add";

    private final Commands commands;
    private final Gate gate;
    private final RowJudgement judgement;
    private final EarlierOrders orders;
    private final CartFilling filling;
    private final ListIntake lists;
    private final Carts carts;

    @Activate
    public QuickOrderService(
            @Reference Commands commands,
            @Reference Gate gate,
            @Reference RowJudgement judgement,
            @Reference EarlierOrders orders,
            @Reference CartFilling filling,
            @Reference ListIntake lists,
            @Reference Carts carts) {
        this.commands = commands;
        this.gate = gate;
        this.judgement = judgement;
        this.orders = orders;
        this.filling = filling;
        this.lists = lists;
        this.carts = carts;
    }

    /** @param vendor of the earlier order, where they come from one */
    private record Read(List<TypedRow> rows, Optional<VendorId> vendor) {}

    private record Judged(Read read, VendorId vendor, List<JudgedRow> rows) {

        List<JudgedRow> good() {
            return rows.stream().filter(JudgedRow::isGood).toList();
        }

        Report report() {
            return new Report(vendor, rows.stream().map(JudgedRow::row).toList(), (int) rows.stream()
                    .filter(row -> row.row().state() == State.LEFT_OUT)
                    .count());
        }
    }

    @Override
    public Outcome<Report> check(Caller caller, Optional<VendorId> vendor, Source source, boolean defaults) {
        return checked(caller, vendor, source, defaults).map(Judged::report);
    }

    @Override
    public Outcome<Csv> rejected(Caller caller, Optional<VendorId> vendor, Source source, boolean defaults) {
        return checked(caller, vendor, source, defaults)
                .map(judged ->
                        new RejectedRows(judged.read().rows(), judged.report().rows()));
    }

    private Outcome<Judged> checked(Caller caller, Optional<VendorId> vendor, Source source, boolean defaults) {
        return read(caller, source)
                .flatMap(read -> filling.plan(caller, new CartFilling.Target.Anew(vendor.or(read::vendor)), List.of())
                        .flatMap(plan -> judged(caller, read, plan.cart().vendor(), defaults)));
    }

    private Outcome<Read> read(Caller caller, Source source) {
        Optional<Refusal> denied = gate.requireAnywhere(caller, Function.CART_EDIT);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        if (source instanceof Source.Earlier earlier) {
            return orders.own(caller, earlier.order())
                    .map((Order order) -> new Read(EarlierOrders.rows(order), Optional.of(order.vendor())));
        }
        return typed(source).map(rows -> new Read(rows, Optional.empty()));
    }

    private static Outcome<List<TypedRow>> typed(Source source) {
        if (source instanceof Source.Rows rows) {
            return Sheet.of(rows);
        }
        return source instanceof Source.File file ? Sheet.of(file) : Sheet.of((Source.Text) source);
    }

    private Outcome<Judged> judged(Caller caller, Read read, VendorId vendor, boolean defaults) {
        if (read.vendor().filter(other -> !other.equals(vendor)).isPresent()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.UNPROCESSABLE, "order-vendor-differs", "The order is of another vendor."));
        }
        return Outcome.done(new Judged(read, vendor, Merging.of(judgement.of(caller, vendor, read.rows(), defaults))));
    }

    @Override
    public Outcome<Filled> fill(
            Caller caller, Optional<IdempotencyKey> key, Target target, Source source, boolean defaults) {
        return read(caller, source).flatMap(read -> {
            Outcome<Filled> filled = target instanceof Target.OntoList onto
                    ? ontoList(caller, key, onto.list(), read, defaults)
                    : intoCart(caller, key, where(target, read), read, defaults);
            // Who has no good row gets the report all the same, and no cart for nothing.
            return filled instanceof Outcome.Refused<Filled> refused
                            && refused.refusal().code().equals(NOTHING)
                    ? vendor(caller, target, read)
                            .flatMap(vendor -> judged(caller, read, vendor, defaults))
                            .map(judged -> new Filled(Optional.empty(), Optional.empty(), judged.report()))
                    : filled;
        });
    }

    private static CartFilling.Target where(Target target, Read read) {
        return target instanceof Target.IntoCart into
                ? new CartFilling.Target.Into(into.cart(), Optional.empty())
                : new CartFilling.Target.Anew(((Target.NewCart) target).vendor().or(read::vendor));
    }

    private Outcome<VendorId> vendor(Caller caller, Target target, Read read) {
        return target instanceof Target.OntoList onto
                ? lists.open(caller, onto.list()).map(ProjectList::vendor)
                : filling.plan(caller, where(target, read), List.of())
                        .map(plan -> plan.cart().vendor());
    }

    private Outcome<Filled> intoCart(
            Caller caller, Optional<IdempotencyKey> key, CartFilling.Target target, Read read, boolean defaults) {
        return commands.run(
                caller,
                key,
                "quick-order",
                List.of(target, read, defaults),
                done -> carts.get(caller, new CartId(done))
                        .flatMap(view -> judged(caller, read, view.cart().vendor(), defaults))
                        .map(judged -> new Filled(Optional.of(new CartId(done)), Optional.empty(), judged.report())),
                () -> filling.plan(caller, target, List.of())
                        .flatMap(empty -> judged(caller, read, empty.cart().vendor(), defaults))
                        .flatMap(QuickOrderService::some)
                        .flatMap(judged ->
                                filling.plan(caller, target, lines(judged)).map(plan -> tx -> fill(tx, judged, plan))));
    }

    private static Outcome<Judged> some(Judged judged) {
        return judged.good().isEmpty()
                ? Outcome.refused(Refusal.of(Refusal.Kind.UNPROCESSABLE, NOTHING, "No line can be added."))
                : Outcome.done(judged);
    }

    private static List<NewLine> lines(Judged judged) {
        return judged.good().stream()
                .map(row -> new NewLine(row.sku(), row.ordered(), row.answers(), Optional.empty()))
                .toList();
    }

    private Effect<Filled> fill(Tx tx, Judged judged, CartFilling.Plan plan) {
        CartFilling.Filled filled = filling.carryOut(tx, plan);
        List<JudgedRow> rows = new ArrayList<>(judged.rows());
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isGood()) {
                Outcome<LineId> became = filled.lines().get(next++).line();
                if (became instanceof Outcome.Refused<LineId> refused) {
                    rows.set(i, rows.get(i).bad(bearable(refused.refusal())));
                }
            }
        }
        Judged settled = new Judged(judged.read(), judged.vendor(), Merging.settle(rows));
        CartId cart = filled.cart().id();
        return effect(
                new Filled(Optional.of(cart), Optional.empty(), settled.report()),
                cart.value(),
                filled.cart().account());
    }

    /** A cart that is full would have taken any part of the rows: it takes none. */
    private static Report.Note bearable(Refusal refusal) {
        if (refusal.code().equals("cart-full")) {
            throw new RefusedException(refusal);
        }
        return Notes.of(refusal);
    }

    private Outcome<Filled> ontoList(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, Read read, boolean defaults) {
        return commands.run(
                caller,
                key,
                "quick-order",
                List.of(id, read, defaults),
                done -> lists.open(caller, new ProjectListId(done))
                        .flatMap(list -> judged(caller, read, list.vendor(), defaults))
                        .map(judged -> new Filled(Optional.empty(), Optional.of(id), judged.report())),
                () -> lists.open(caller, id)
                        .flatMap(list -> judged(caller, read, list.vendor(), defaults))
                        .flatMap(QuickOrderService::some)
                        .map(judged -> tx -> {
                            ListIntake.Taken taken = lists.take(
                                    tx,
                                    caller,
                                    id,
                                    judged.good().stream()
                                            .map(QuickOrderService::line)
                                            .toList());
                            return effect(
                                    new Filled(Optional.empty(), Optional.of(id), judged.report()),
                                    id.value(),
                                    taken.list().account());
                        }));
    }

    private static ProjectList.Line line(JudgedRow row) {
        return new ProjectList.Line(new LineId("new"), row.sku(), row.ordered(), row.configuration(), Optional.empty());
    }

    private static Effect<Filled> effect(Filled filled, String target, AccountId account) {
        return new Effect<>(filled, target, Optional.of(account), List.of());
    }
}
