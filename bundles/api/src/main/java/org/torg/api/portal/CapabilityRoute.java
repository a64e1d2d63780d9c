package org.torg.api.portal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.Outcome;
import org.torg.api.account.Function;

/**
 * Where a page of a capability lives, and who may knock.
 *
 * @param pattern within the capability, such as {@code visits/{visit}}; empty for the first page; at most four parts; what stands
 *     in braces is one part of the path
 * @param function that the caller must have: a customer where they are, staff at some vendor or the tenant. The capability's own
 *     service judges by the {@link org.torg.api.account.Caller} what they may see of it
 * @param page says what the page holds
 * @param forms carries out what is posted to the page; empty where it has no form and no deed
 */
public record CapabilityRoute(
        Capability.Place place, String pattern, Function function, Shows page, Optional<CarriesOut> forms) {

    private static final Pattern FORM =
            Pattern.compile("|(?:[a-z0-9-]+|\\{[a-z]+})(?:/(?:[a-z0-9-]+|\\{[a-z]+})){0,3}");

    /** Says what a page holds. A refusal is told in its place. It may be asked again for the same visit. */
    @FunctionalInterface
    public interface Shows {
        Outcome<PageModel> page(PageVisit visit);
    }

    /**
     * Carries out a form once, however often it comes with the same key. A refusal leaves all as it was: the page is shown again with
     * what was typed, and each detail of the refusal stands beside the field that it names, as {@code /<name of the field>}.
     */
    @FunctionalInterface
    public interface CarriesOut {
        Outcome<FormReply> carryOut(FormPost post);
    }

    public CapabilityRoute {
        if (!FORM.matcher(pattern).matches()) {
            throw new IllegalArgumentException("no pattern of a page: " + pattern);
        }
    }

    /** A page that is only read. */
    public static CapabilityRoute of(Capability.Place place, String pattern, Function function, Shows page) {
        return new CapabilityRoute(place, pattern, function, page, Optional.empty());
    }

    /** A page with forms or deeds. */
    public static CapabilityRoute of(
            Capability.Place place, String pattern, Function function, Shows page, CarriesOut forms) {
        return new CapabilityRoute(place, pattern, function, page, Optional.of(forms));
    }

    /** What stands between slashes; nothing for the first page. */
    public List<String> parts() {
        return pattern.isEmpty() ? List.of() : List.of(pattern.split("/"));
    }
}
