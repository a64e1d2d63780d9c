package org.torg.portal.office.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.Function;
import org.torg.api.audit.AuditEntry;
import org.torg.portal.look.Reader;
import org.torg.portal.office.NoVendors;

class AuditTargetTest {

    private static final Set<Function> ALL = EnumSet.allOf(Function.class);

    private static AuditEntry entry(String command, String target, Optional<AccountId> account) {
        return new AuditEntry(
                "e1", Instant.EPOCH, "user:u1", Optional.empty(), account, "PORTAL", "r1", command, target);
    }

    private static Optional<String> path(String command, String target) {
        return AuditTarget.of(entry(command, target, Optional.of(new AccountId("a1"))), ALL)
                .map(AuditTarget::path);
    }

    /** All that is audited, as the kernel lists it. */
    private static Set<String> commands() throws IOException {
        Matcher code = Pattern.compile("\"([a-z][a-z0-9-]+)\"")
                .matcher(Files.readString(Path.of("../kernel/src/main/java/org/torg/kernel/audit/TrailRights.java")));
        Set<String> commands = new TreeSet<>();
        while (code.find()) {
            commands.add(code.group(1));
        }
        return commands;
    }

    @Test
    void everyCommandHasWords() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(90).contains("issue-invoice");
        for (String language : Reader.languages()) {
            Reader reader = new Reader(new Locale(language), ZoneId.of("UTC"), new NoVendors());
            for (String command : commands()) {
                assertThat(reader.known(CommandWords.key(command)))
                        .as(language + " " + command)
                        .isPresent();
            }
            for (AuditTarget.Kind kind : AuditTarget.Kind.values()) {
                assertThat(reader.known("office.audit.thing." + kind.name().toLowerCase(Locale.ROOT)))
                        .isPresent();
            }
            assertThat(CommandWords.of(reader, "of-a-capability")).isEqualTo("of-a-capability");
        }
    }

    @Test
    void aThingThatHasAPageIsLinked() {
        assertThat(path("place-order", "o1")).contains("/office/orders/o1");
        assertThat(path("offer-quote", "q1")).contains("/office/quotes/q1");
        assertThat(path("issue-invoice", "i1")).contains("/office/invoices/i1");
        assertThat(path("agree", "a1")).contains("/office/customers/a1");
        assertThat(path("decide-request", "r1")).contains("/office/requests/r1");
        assertThat(path("start-import", "i1")).contains("/office/articles/imports/i1");
        assertThat(path("set-rights", "p1")).contains("/office/customers/a1/people/p1");
        assertThat(path("activate-modules", "lighting/12")).contains("/office/modules?vendor=lighting");
    }

    @Test
    void whatHasNoPageOrIsNotTheReadersIsNotLinked() {
        assertThat(path("sign-in", "u1")).isEmpty();
        assertThat(path("of-a-capability", "x")).isEmpty();
        assertThat(path("place-order", "../x")).isEmpty();
        assertThat(path("activate-modules", "\"><b>/1")).isEmpty();
        assertThat(AuditTarget.of(entry("set-rights", "p1", Optional.empty()), ALL))
                .isEmpty();
        assertThat(AuditTarget.of(
                        entry("place-order", "o1", Optional.empty()),
                        EnumSet.complementOf(EnumSet.of(Function.ORDER_READ))))
                .isEmpty();
    }
}
