package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells to do works as it is written, but for the port and the folder of the demo. */
@Torg
class TourIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private final Server server;

    @TempDir
    private Path temp;

    TourIT(Server server) {
        this.server = server;
    }

    @Test
    @Tag("H09")
    @Tag("H10")
    @Tag("H11")
    void theTourEndsInAnInvoiceThatTheNewColleagueDoesNotSee() throws Exception {
        String printed = run(block("tour"));
        String colleague = printed.substring(printed.lastIndexOf("PO 4711"));
        assertThat(printed).contains("\"paymentReference\"", "\"dueDate\"", "PO 4711");
        assertThat(colleague).contains("\"code\":\"right-missing\"").doesNotContain("paymentReference");
        assertThat(printed.split("urn:torg:problem", -1)).hasSize(2);
    }

    @Test
    void theSwapChangesThePriceAndTheRollbackBringsItBack() throws Exception {
        String tour = block("tour");
        String signIn = tour.substring(0, tour.indexOf("# What would ten of them cost"));
        List<String> printed =
                run(signIn + "echo; echo SWAP\n" + block("swap")).lines().toList();
        List<String> swap = printed.subList(printed.indexOf("SWAP") + 1, printed.size());
        List<BigDecimal> prices = swap.stream()
                .filter(line -> line.matches("[0-9]+\\.[0-9]{2}"))
                .map(BigDecimal::new)
                .toList();
        assertThat(prices).as(String.join("\n", swap)).hasSize(3);
        assertThat(prices.get(1)).isLessThan(prices.get(0));
        assertThat(prices.get(2)).isEqualTo(prices.get(0));
        assertThat(String.join("\n", swap))
                .contains("org.torg.modules.campaign", "org.torg.modules.express")
                .doesNotContain("urn:torg:problem");
    }

    private static String block(String name) throws IOException {
        Matcher block = Pattern.compile("<!-- " + name + ":.*?```sh\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private String run(String text) throws Exception {
        String script = text.replace("http://127.0.0.1:8181", server.address().toString())
                .replace("/tmp/", temp + "/")
                .replace("my-first-order", "tour-" + System.nanoTime());
        Path output = temp.resolve("tour.out");
        ProcessBuilder tour = new ProcessBuilder("bash", "-euc", script)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        tour.environment().put("TORG_DATA", server.data().getParent().toString());
        tour.environment().put("TORG_ADDRESS", server.address().toString());
        Process process = tour.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(output);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
