package org.torg.kernel.solver;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.ExtraDays;
import org.torg.api.configurator.ConfigurationModel.Task;
import org.torg.api.configurator.Guidance.Part;
import org.torg.api.configurator.Yield;
import org.torg.api.configurator.Yield.Count;

/** What answers come to as they stand. */
record Yielding(ConfigurationModel model, Selection selection) {

    List<Part> parts() {
        Map<Sku, Integer> quantities = new LinkedHashMap<>();
        for (Yield yield : model.yields()) {
            int quantity = selection.holds(yield.when()) ? quantity(yield.count()) : 0;
            if (quantity > 0) {
                quantities.merge(yield.sku(), quantity, Math::addExact);
            }
        }
        List<Part> parts = new ArrayList<>();
        quantities.forEach((sku, quantity) -> parts.add(new Part(sku, quantity)));
        return parts;
    }

    private int quantity(Count count) {
        if (count instanceof Count.Fixed fixed) {
            return fixed.quantity();
        }
        Count.Per per = (Count.Per) count;
        return selection
                .number(per.question())
                .map(number -> number.divide(per.size(), 0, RoundingMode.CEILING))
                .map(BigDecimal::intValueExact)
                .orElse(0);
    }

    List<Task> tasks() {
        return model.tasks().stream()
                .filter(task -> selection.holds(task.when()))
                .toList();
    }

    int extraDays() {
        return model.extraDays().stream()
                .filter(extra -> selection.holds(extra.when()))
                .mapToInt(ExtraDays::workingDays)
                .sum();
    }
}
