package org.torg.shell.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.torg.api.Message;
import org.torg.api.Refusal;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleFile;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.PartHealth;
import org.torg.api.vendor.VendorId;

/** The API's JSON as values. Texts are in a language already; where files are kept is not told. */
final class Replies {

    private Replies() {}

    static ModuleOverview overview(JsonNode json) {
        return new ModuleOverview(
                set(json.path("desired")),
                optional(json, "serving", JsonNode::asLong),
                each(json.path("parts"), Replies::part),
                each(
                        json.path("draining"),
                        set -> new ModuleOverview.Draining(
                                set.path("generation").asLong(),
                                set.path("evaluations").asInt(),
                                time(set.path("until")))),
                each(
                        json.path("files"),
                        file -> new ModuleFile(
                                text(file, "name"),
                                text(file, "symbolicName"),
                                text(file, "version"),
                                file.path("size").asLong(),
                                optional(file, "vendor", vendor -> new VendorId(vendor.asText())))),
                optional(json, "lastRefusal", Replies::refused));
    }

    static ModuleSet set(JsonNode json) {
        return new ModuleSet(
                new VendorId(text(json, "vendor")),
                json.path("generation").asLong(),
                json.path("parent").asLong(0),
                ModuleSet.Origin.valueOf(constant(json, "origin")),
                time(json.path("publishedAt")),
                text(json, "author"),
                each(
                        json.path("modules"),
                        module -> new ModuleSet.Module(
                                text(module, "name"),
                                text(module, "version"),
                                text(module, "digest"),
                                "",
                                each(module.path("contracts"), JsonNode::asText))));
    }

    static <T> List<T> each(JsonNode items, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>();
        items.forEach(item -> values.add(read.apply(item)));
        return values;
    }

    private static PartHealth part(JsonNode json) {
        return new PartHealth(
                text(json, "module"),
                text(json, "name"),
                text(json, "version"),
                text(json, "contract"),
                PartHealth.State.valueOf(constant(json, "state")),
                json.path("calls").asLong(),
                json.path("failures").asLong(),
                json.path("p99Micros").asLong(),
                optional(
                        json,
                        "lastFailure",
                        failure -> new PartHealth.Failure(time(failure.path("at")), text(failure, "reason"))));
    }

    private static ModuleOverview.RefusedCandidate refused(JsonNode json) {
        return new ModuleOverview.RefusedCandidate(
                time(json.path("at")),
                new Activation(
                        each(json.path("activate"), JsonNode::asText), each(json.path("remove"), JsonNode::asText)),
                refusal(json));
    }

    /** Of a problem, or of what has the same code, detail and errors. */
    static Refusal refusal(JsonNode json) {
        return new Refusal(
                Refusal.Kind.UNPROCESSABLE,
                text(json, "code"),
                Message.of("", text(json, "detail")),
                each(
                        json.path("errors"),
                        error -> new Refusal.Detail(
                                text(error, "pointer"), text(error, "code"), Message.of("", text(error, "detail")))));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("");
    }

    private static Instant time(JsonNode json) {
        return Instant.parse(json.asText());
    }

    private static String constant(JsonNode json, String field) {
        return text(json, field).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static <T> Optional<T> optional(JsonNode json, String field, Function<JsonNode, T> read) {
        return json.has(field) ? Optional.of(read.apply(json.get(field))) : Optional.empty();
    }
}
