package org.torg.kernel.pricing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.catalog.Variant;
import org.torg.api.configurator.Guidance;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;

/**
 * What was asked for beside what is priced: a configured line is priced as the articles that it yields.
 *
 * @param asked the lines as they were asked for
 * @param origins for each line that is priced, where the one stands that was asked for; empty when they are the same
 * @param configured by their place among those asked for
 * @param left why lines are left out of the price, where that was allowed; details are pointers into what was asked
 */
public record Expansion(
        List<PriceRequest.Line> asked,
        List<Integer> origins,
        Map<Integer, Configured> configured,
        List<Refusal.Detail> left) {

    /** A line that was asked for and is configured. */
    public record Configured(PriceRequest.Line line, Variant variant, Guidance guidance) {}

    public Expansion {
        asked = List.copyOf(asked);
        origins = List.copyOf(origins);
        configured = Map.copyOf(configured);
        left = List.copyOf(left);
    }

    /** Of articles as they stand. */
    static Expansion none(List<PriceRequest.Line> asked) {
        return new Expansion(asked, List.of(), Map.of(), List.of());
    }

    /** Where the line stands among those asked for. */
    public int origin(int priced) {
        return origins.isEmpty() ? priced : origins.get(priced);
    }

    /** The configured line that yields this one. */
    public Optional<LineId> partOf(int priced) {
        return configuredAt(priced).map(found -> found.line().id());
    }

    /** What yields this line. */
    public Optional<Configured> configuredAt(int priced) {
        return configured.isEmpty() ? Optional.empty() : Optional.ofNullable(configured.get(origin(priced)));
    }

    /** A refusal whose pointers into the priced lines become pointers into those asked for. */
    Refusal pointed(Refusal refusal) {
        return origins.isEmpty()
                ? refusal
                : refusal.with(refusal.details().stream().map(this::pointed).toList());
    }

    private Refusal.Detail pointed(Refusal.Detail detail) {
        String[] path = detail.field().split("/", 4);
        if (path.length < 3 || !path[1].equals("lines") || !path[2].matches("[0-9]{1,9}")) {
            return detail;
        }
        int priced = Integer.parseInt(path[2]);
        if (priced >= origins.size()) {
            return detail;
        }
        String rest = path.length > 3 ? "/" + path[3] : "";
        return new Refusal.Detail("/lines/" + origin(priced) + rest, detail.code(), detail.message());
    }
}
