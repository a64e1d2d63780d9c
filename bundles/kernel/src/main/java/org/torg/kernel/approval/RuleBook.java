package org.torg.kernel.approval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.Approvals.Rules;
import org.torg.api.store.ApprovalStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.order.OrderChanges;

/** The rules that an account has set itself. */
@Component(service = RuleBook.class)
public final class RuleBook {
    private static final int MOST = 100;

    private final Transactions transactions;
    private final ApprovalStore store;
    private final Approvers approvers;
    private final Commands commands;
    private final Gate gate;

    @Activate
    public RuleBook(
            @Reference Transactions transactions,
            @Reference ApprovalStore store,
            @Reference Approvers approvers,
            @Reference Commands commands,
            @Reference Gate gate) {
        this.transactions = transactions;
        this.store = store;
        this.approvers = approvers;
        this.commands = commands;
        this.gate = gate;
    }

    Outcome<Rules> rules(Caller caller, AccountId account) {
        return read(caller, Function.ACCOUNT_READ, account);
    }

    Outcome<Rules> set(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId account,
            Optional<Long> expectedVersion,
            List<ApprovalRule> rules) {
        return commands.run(
                caller,
                key,
                "set-approval-rules",
                List.of(account.value(), expectedVersion, rules),
                target -> read(caller, Function.USER_MANAGE, new AccountId(target)),
                () -> prepare(caller, account, expectedVersion, List.copyOf(rules)));
    }

    private Outcome<Change<Rules>> prepare(
            Caller caller, AccountId account, Optional<Long> expectedVersion, List<ApprovalRule> rules) {
        return read(caller, Function.USER_MANAGE, account).flatMap(present -> {
            if (expectedVersion.isPresent() && expectedVersion.get() != present.version()) {
                return Outcome.refused(OrderChanges.versionChanged());
            }
            Optional<Refusal> objection = transactions.read(
                    tx -> invalid(rules, store.locations(tx, account)).or(() -> approvers.missing(tx, account, rules)));
            return objection.isPresent()
                    ? Outcome.refused(objection.get())
                    : Outcome.done(tx -> new Effect<>(
                            store.put(tx, account, present.version(), rules),
                            account.value(),
                            Optional.of(account),
                            List.of()));
        });
    }

    /** A foreign account answers as an unknown one; to those who have something to do there the missing right is named. */
    private Outcome<Rules> read(Caller caller, Function function, AccountId account) {
        Optional<Refusal> denied = gate.requireAnywhere(caller, function);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Scope whole = Scope.of(account);
        if (!caller.may(function, whole)) {
            boolean inside = caller.grants().stream()
                    .anyMatch(grant -> !(grant.scope() instanceof Scope.Tenant) && whole.covers(grant.scope()));
            return Outcome.refused(
                    inside
                            ? gate.require(caller, function, whole).orElseGet(() -> Refusal.notFound("account"))
                            : Refusal.notFound("account"));
        }
        return transactions
                .read(tx -> store.rules(tx, account))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("account")));
    }

    private record Case(Optional<Role> role, Optional<LocationId> location, CurrencyUnit currency) {}

    private static Optional<Refusal> invalid(List<ApprovalRule> rules, List<LocationId> locations) {
        List<Detail> faults = new ArrayList<>();
        if (rules.size() > MOST) {
            faults.add(fault("/rules", "There may be {0} rules at most.", Argument.number(MOST)));
        }
        Set<Case> seen = new HashSet<>();
        for (int i = 0; i < rules.size() && faults.size() <= MOST; i++) {
            ApprovalRule rule = rules.get(i);
            String pointer = "/rules/" + i;
            if (rule.above().isNegative()) {
                faults.add(fault(pointer + "/above", "An amount is 0 or more."));
            }
            if (rule.role().filter(role -> role.side() != Role.Side.CUSTOMER).isPresent()) {
                faults.add(fault(pointer + "/role", "This is not a role of customers."));
            }
            if (rule.location().filter(at -> !locations.contains(at)).isPresent()) {
                faults.add(fault(pointer + "/location", "There is no such location."));
            }
            if (!seen.add(new Case(rule.role(), rule.location(), rule.above().getCurrencyUnit()))) {
                faults.add(fault(pointer, "There is another rule for the same."));
            }
        }
        return faults.stream()
                .findFirst()
                .map(first ->
                        new Refusal(Refusal.Kind.UNPROCESSABLE, first.code(), first.message(), List.copyOf(faults)));
    }

    private static Detail fault(String pointer, String english, Argument... arguments) {
        return Refusal.detail(pointer, "rule-invalid", english, arguments);
    }
}
