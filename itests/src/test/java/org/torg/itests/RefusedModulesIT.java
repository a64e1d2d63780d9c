package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torg.itests.Client.Reply;

/** A candidate that does not hold is refused by name, and the published set goes on serving. */
@Torg
class RefusedModulesIT {
    private static final String NAME = "org.example.courier";
    private static final String TYPE = NAME + ".Courier";
    private static final String SOURCE = SwapModules.source(TYPE);
    private static final String LIGHTING = "org.torg.vendors.lighting";

    private final Market market;
    private final VendorModules modules;
    private final Client buyer;
    private final Path folder;
    private SwapModules swap;
    private Map<String, String> before;

    @TempDir
    private Path work;

    RefusedModulesIT(Server server) {
        market = new Market(server);
        modules = new VendorModules(market.as("staff-modules"), "lighting");
        buyer = market.as("owner");
        folder = server.data().resolveSibling("modules");
    }

    @BeforeEach
    void remember() {
        swap = new SwapModules(folder, work);
        if (buyer.get(API + "/products/IT-REFUSED").status() == 404) {
            market.importProducts(
                    market.as("staff-catalog"), Market.product("IT-REFUSED", "10,00", "0,1", false, "untracked", ""));
        }
        before = VendorModules.modules(modules.overview().get("desired"));
    }

    /** Other tests find the server as they know it, but for its generation. */
    @AfterEach
    void putBack() throws IOException {
        JsonNode desired = modules.overview().get("desired");
        List<String> more = VendorModules.modules(desired).keySet().stream()
                .filter(module -> !before.containsKey(module))
                .toList();
        if (!more.isEmpty()) {
            modules.remove(more.toArray(String[]::new));
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("org.example.")) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * @param status of the reply
     * @param code of the refusal
     * @param detail what the text must name; mostly the module at fault
     * @param files makes the candidate in a folder, and answers the names of its files
     */
    private record Candidate(int status, String code, String detail, Function<Path, List<String>> files) {
        @Override
        public String toString() {
            return code;
        }
    }

    static Stream<Candidate> candidates() {
        return Stream.of(
                new Candidate(
                        422,
                        "module-unresolved",
                        "org.nowhere",
                        courier(SOURCE, Map.of("Import-Package", "org.nowhere, *"))),
                new Candidate(
                        422,
                        "module-api-incompatible",
                        "org.torg.api.pricing",
                        courier(SOURCE, Map.of("Import-Package", "org.torg.api.pricing;version=\"[7,8)\", *"))),
                new Candidate(
                        422,
                        "module-start-failed",
                        NAME,
                        built(
                                Map.of(TYPE, SOURCE, NAME + ".Starter", SwapModules.source(NAME + ".Starter")),
                                Map.of("Bundle-Activator", NAME + ".Starter"))),
                new Candidate(
                        422,
                        "module-service-failed",
                        NAME,
                        courier(
                                SOURCE.replace(
                                                "price = 100L",
                                                "if (price() > 0) throw new IllegalStateException(); price = 100L")
                                        .replace(
                                                "@Override\n    public ModuleInfo",
                                                "private static int price() { return 1; }\n@Override\n    public ModuleInfo"),
                                Map.of())),
                new Candidate(
                        422,
                        "module-contract-failed",
                        "courier",
                        courier(SOURCE.replace("price = 100L", "price = -100L"), Map.of())),
                new Candidate(
                        422,
                        "module-text-missing",
                        "nb",
                        courier(SOURCE.replace("\"nb\", Map.of", "\"de\", Map.of"), Map.of())),
                new Candidate(
                        422,
                        "module-conflict",
                        "lighting.freight",
                        courier(SOURCE.replace("ModuleInfo(\"courier\"", "ModuleInfo(\"lighting.freight\""), Map.of())),
                new Candidate(
                        422,
                        "module-contributes-nothing",
                        NAME,
                        courier(SOURCE.replace("@Component(service = ShippingModule.class)", ""), Map.of())),
                new Candidate(422, "module-unreadable", "broken.jar", folder -> {
                    try {
                        return VendorModules.names(
                                Files.writeString(folder.resolve("org.example.broken.jar"), "no archive"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                new Candidate(422, "module-file-unknown", "", folder -> List.of("org.example.nowhere-1.0.0.jar")),
                new Candidate(422, "module-file-unknown", "", folder -> List.of("../modules/x.jar")),
                new Candidate(422, "module-file-unknown", "", folder -> List.of("..")),
                new Candidate(422, "activation-empty", "", folder -> List.of()));
    }

    private static Function<Path, List<String>> courier(String source, Map<String, String> headers) {
        return built(Map.of(TYPE, source), headers);
    }

    private static Function<Path, List<String>> built(Map<String, String> sources, Map<String, String> headers) {
        // Each content has a version of its own, as a version keeps its content.
        String version = "1.0.0.v" + Integer.toHexString(sources.hashCode() * 31 + headers.hashCode());
        return folder -> VendorModules.names(ModuleJars.build(folder, NAME, version, sources, Map.of(), headers));
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void aCandidateThatDoesNotHoldIsNamedAndNothingChanges(Candidate candidate) {
        long serving = modules.serving();

        Reply refused = modules.tryActivate(candidate.files().apply(folder), List.of());

        assertRefused(refused, candidate.status(), candidate.code());
        assertThat(refused.body()).contains(candidate.detail());
        assertThat(modules.serving()).isEqualTo(serving);
        assertThat(place().get("price").get("generation").asLong()).isEqualTo(serving);
    }

    @Test
    void theLatestRefusalIsThereToBeReadByWhoComesLater() {
        modules.tryActivate(List.of("org.example.nowhere-1.0.0.jar"), List.of());

        JsonNode latest = modules.overview().get("lastRefusal");

        assertThat(latest.get("code").asText()).isEqualTo("module-file-unknown");
        assertThat(latest.get("activate").get(0).asText()).isEqualTo("org.example.nowhere-1.0.0.jar");
    }

    @Test
    void aVersionKeepsItsContent() {
        modules.activate(swap.courier("3.0.0"));
        ModuleJars.build(folder, NAME, "3.0.0", Map.of(TYPE, SOURCE.replace("100L", "200L")), Map.of(), Map.of());

        assertRefused(modules.tryActivate(List.of(NAME + "-3.0.0.jar"), List.of()), 409, "module-version-taken");
    }

    @Test
    void twoModulesThatEachWantToComeAfterTheOtherAreRefusedTogether() {
        String type = SwapModules.REDUCTION + ".Reduction";
        String source = SwapModules.source(type);
        Path one = ModuleJars.build(
                folder,
                SwapModules.REDUCTION,
                "4.0.0",
                Map.of(
                        type,
                        source.replace(
                                "Set.of(Phase.CAMPAIGN), Set.of()", "Set.of(Phase.CAMPAIGN), Set.of(\"other\")")),
                Map.of(),
                Map.of());
        Path other = ModuleJars.build(
                folder,
                "org.example.other",
                "4.0.0",
                Map.of(
                        type,
                        source.replace("\"reduction\"", "\"other\"")
                                .replace(
                                        "Set.of(Phase.CAMPAIGN), Set.of()",
                                        "Set.of(Phase.CAMPAIGN), Set.of(\"reduction\")")),
                Map.of(),
                Map.of());

        assertRefused(modules.tryActivate(VendorModules.names(one, other), List.of()), 422, "module-conflict");
    }

    @Test
    void theVendorsOwnBundleDoesNotLeaveTheOthersAndAnotherVendorsDoesNotCome() {
        Path other = ModuleJars.build(
                folder,
                "org.example.bad",
                "1.0.0",
                Map.of("org.example.bad.BadVendor", SwapModules.source("org.example.bad.BadVendor")),
                Map.of(),
                Map.of("Provide-Capability", "org.torg.vendor;org.torg.vendor=bad"));

        modules.activate(swap.courier("5.0.0"));

        assertRefused(modules.tryActivate(List.of(), List.of(LIGHTING)), 422, "vendor-missing");
        assertThat(Replies.named(modules.tryActivate(VendorModules.names(other), List.of())))
                .isIn("422 vendor-differs", "422 module-conflict");
        assertRefused(modules.tryActivate(List.of(), List.of("org.example.nowhere")), 422, "module-unknown");
    }

    @Test
    void anEarlierGenerationComesBackWithItsPricesAlsoWithoutItsFiles() throws IOException {
        Path[] old = swap.both("1.0.0");
        long generation = modules.activate(old);
        modules.activate(swap.both("2.0.0"));
        assertThat(versions(place())).containsEntry(SwapModules.REDUCTION_PART, "2.0.0");
        for (Path file : old) {
            Files.delete(file);
        }

        long back = modules.rollback(generation);

        JsonNode order = place();
        assertThat(order.get("price").get("generation").asLong()).isEqualTo(back);
        assertThat(versions(order))
                .containsEntry(SwapModules.REDUCTION_PART, "1.0.0")
                .containsEntry(SwapModules.COURIER_PART, "1.0.0");
        assertThat(Market.items(market.as("administrator").get(API + "/audit?limit=50")))
                .extracting(entry -> entry.get("command").asText())
                .contains("activate-modules", "roll-back-modules");
        assertRefused(modules.tryRollback(back), 409, "generation-current");
        assertRefused(modules.tryRollback(back + 1000), 404, "generation-unknown");
    }

    @Test
    void aModuleThatIsRemovedTakesItsPricesWithIt() {
        modules.activate(swap.both("1.0.0"));
        assertThat(versions(place())).containsKey(SwapModules.REDUCTION_PART);

        modules.remove(SwapModules.REDUCTION, SwapModules.COURIER);

        assertThat(versions(place())).doesNotContainKeys(SwapModules.REDUCTION_PART, SwapModules.COURIER_PART);
    }

    @Test
    void whoMayNotSwapModulesDoesNot() {
        VendorModules others = new VendorModules(buyer, "lighting");
        assertThat(others.tryActivate(List.of("x.jar"), List.of()).status()).isEqualTo(403);
        assertThat(others.tryRollback(1).status()).isEqualTo(403);
        assertThat(buyer.get(API + "/vendors/lighting/modules").status()).isEqualTo(403);
    }

    private static Map<String, String> versions(JsonNode order) {
        return Traces.versions(order.get("price"));
    }

    private JsonNode place() {
        Reply reply = buyer.post(
                API + "/orders",
                Map.of("lines", List.of(Map.of("sku", "IT-REFUSED", "quantity", 2)), "acceptPrices", "current"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(Traces.faults(reply.json())).isEmpty();
        return reply.json();
    }

    private static void assertRefused(Reply reply, int status, String code) {
        assertThat(Replies.named(reply)).as(reply.body()).isEqualTo(status + " " + code);
    }
}
