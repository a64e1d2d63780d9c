package org.torg.rest.approval;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.account.LocationId;
import org.torg.api.account.Role;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.Approvals.Rules;
import org.torg.rest.http.Faults;
import org.torg.rest.http.Words;

/** When an account's orders need a second person. */
public record ApprovalRulesJson(String account, List<ApprovalRuleJson> rules, long version) {

    private static final int MOST = 100;

    static ApprovalRulesJson of(Rules rules) {
        return new ApprovalRulesJson(
                rules.account().value(),
                rules.rules().stream().map(ApprovalRuleJson::of).toList(),
                rules.version());
    }

    /**
     * @param role of who orders; absent: everybody who may not approve
     * @param location absent: everywhere
     * @param above with VAT
     */
    public record ApprovalRuleJson(Optional<String> role, Optional<String> location, Optional<Money> above) {

        private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

        private static ApprovalRuleJson of(ApprovalRule rule) {
            return new ApprovalRuleJson(
                    rule.role().map(Words::of), rule.location().map(LocationId::value), Optional.of(rule.above()));
        }

        private ApprovalRule read(Faults faults, String at) {
            return new ApprovalRule(
                    faults.word(at + "/role", role, Role.class),
                    faults.shaped(at + "/location", location, 64, ID, "rule-invalid", "There is no such location.")
                            .map(LocationId::new),
                    faults.required(at + "/above", above, Money.zero(CurrencyUnit.EUR)));
        }
    }

    /** What replaces all rules that there are. */
    public record NewApprovalRulesJson(Optional<List<ApprovalRuleJson>> rules) {

        List<ApprovalRule> read() {
            Faults faults = new Faults();
            faults.required("/rules", rules, List.of());
            return faults.settle(
                    faults.each("/rules", rules, MOST, "rules-too-many", (at, rule) -> rule.read(faults, at)));
        }
    }
}
