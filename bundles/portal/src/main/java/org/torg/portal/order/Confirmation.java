package org.torg.portal.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Question;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderLine;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.portal.look.Reader;

/**
 * An order as it is confirmed on paper: what was agreed when it was placed, in the reader's language.
 *
 * @param placed as far as the reader may see it
 */
public record Confirmation(PlacedOrder placed, Reader reader) {

    public Order order() {
        return placed.order();
    }

    /** As the vendor is, or as it was last. */
    public Optional<VendorDescriptor> vendor() {
        return reader.descriptor(order().vendor());
    }

    /** The company that sells (H59). */
    public Optional<LegalEntity> seller() {
        return vendor().map(VendorDescriptor::seller);
    }

    public String t(String key, Object... arguments) {
        return reader.text(key, arguments);
    }

    /** The day on which it was placed where the seller is; where that is not known, at the reader's clock. */
    public String date() {
        return seller().map(entity -> reader.date(LocalDate.ofInstant(order().placedAt(), entity.zone())))
                .orElseGet(() -> reader.date(order().placedAt()));
    }

    /** ISO 4217; every amount is in it. */
    public String currency() {
        return order().price().currency().getCode();
    }

    /** In which parts and when it comes (L38-L40). */
    public String timing() {
        DeliveryChoice.Timing timing = order().snapshot().delivery().timing();
        if (timing instanceof DeliveryChoice.Timing.Requested asked) {
            return asked.from().equals(asked.to())
                    ? reader.date(asked.from())
                    : t("confirmation.between", reader.date(asked.from()), reader.date(asked.to()));
        }
        return t(timing instanceof DeliveryChoice.Timing.InParts ? "checkout.parts" : "checkout.complete");
    }

    public Optional<String> option() {
        return order().price().deliveryOption().map(option -> reader.of(order().vendor(), option.name()));
    }

    /** The rate of a line's VAT; empty where the price does not tell it. */
    public Optional<String> vatRate(OrderLine line) {
        return order().price().vat().stream()
                .filter(vat -> vat.category().equals(line.vatCategory()))
                .findFirst()
                .map(vat -> reader.percent(vat.ratePercent()));
    }

    /** What made the sum of a line another than its list price, each with its amount. */
    public List<String> adjustments(OrderLine line) {
        return told(placed.steps(line).stream());
    }

    /** What was taken off the goods as a whole; each line has its share of it. */
    public List<String> adjustments() {
        return told(order().price().trace().stream().filter(step -> step.line().isEmpty()));
    }

    private List<String> told(Stream<TraceEntry> steps) {
        return steps.filter(step -> step.counts() && step.charge().isEmpty())
                .filter(step -> step.phase() != Phase.LIST && step.phase() != Phase.TAX)
                .filter(step -> !step.result().isZero())
                .map(step -> reader.of(order().vendor(), step.message()) + " " + reader.amount(step.result()))
                .toList();
    }

    public boolean isCut() {
        return order().lines().stream().anyMatch(line -> line.cancelled() > 0);
    }

    /**
     * What the buyer agreed to do besides (D32): the explanation of each question that has one answer only, and so asks for nothing but
     * consent, such as "pack the models and enclose this print".
     */
    public List<String> instructions() {
        return order().details().stream()
                .flatMap(detail -> placed.models().stream()
                        .filter(model -> detail.configuration()
                                .filter(chosen -> chosen.product().equals(model.product()))
                                .isPresent())
                        .flatMap(model -> agreed(model, detail)))
                .distinct()
                .toList();
    }

    private Stream<String> agreed(ConfigurationModel model, Order.LineDetail detail) {
        return model.stages().stream()
                .flatMap(stage -> stage.questions().stream())
                .filter(question -> question instanceof Question.Choice choice
                        && choice.options().size() == 1)
                .filter(question -> detail.configuration()
                        .flatMap(chosen -> chosen.answers().to(question.code()))
                        .filter(answer -> answer instanceof Answer.Chosen chosen
                                && !chosen.options().isEmpty())
                        .isPresent())
                .flatMap(question -> question.about().help().stream())
                .map(help -> reader.of(order().vendor(), help));
    }
}
