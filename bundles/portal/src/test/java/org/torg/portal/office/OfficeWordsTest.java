package org.torg.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.torg.api.account.Address;
import org.torg.api.account.CustomerRequests;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.Role;
import org.torg.api.notification.Notifications;
import org.torg.portal.office.audit.AuditPages.Trail;
import org.torg.portal.office.request.RequestRecord;

/** What the back office calls things that are said nowhere in full. */
class OfficeWordsTest {

    private static String word(String prefix, Enum<?> constant) {
        return prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Test
    void everyRoleRightStateAndKindOfRequestHasItsWords() throws IOException {
        Address address = new Address("A", Optional.empty(), "B 1", Optional.empty(), "0150", "Oslo", "NO");
        Stream<Content> kinds = Stream.of(
                new Content.NewLocation("A", address, Optional.empty(), ""),
                new Content.NewEmail("a@b.example"),
                new Content.EmailOnFile(Optional.empty(), "A", "B", "a@b.example", "b@b.example"),
                new Content.Correction("A"),
                new Content.Erasure("A"),
                new Content.Joining("A", "1", "B", "a@b.example"));
        List<String> keys = Stream.of(
                        Stream.of(Role.values())
                                .flatMap(role -> Stream.of(word("office.role", role), word("office.role-text", role))),
                        MemberForm.ticks().stream().map(function -> word("office.right", function)),
                        Stream.of(CustomerRequests.State.values()).map(state -> word("office.request.state", state)),
                        Stream.of(Notifications.State.values()).map(state -> word("office.mail", state)),
                        Stream.of("account", "target", "person").map(Trail::label),
                        kinds.flatMap(content -> Stream.of(
                                RequestRecord.title(content),
                                RequestRecord.title(content).replace("request.", "request.effect."))))
                .flatMap(words -> words)
                .toList();

        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                org.torg.portal.look.Reader.class.getResourceAsStream("texts_en.properties"), StandardCharsets.UTF_8)) {
            words.load(file);
        }
        assertThat(keys).hasSizeGreaterThan(45);
        assertThat(words.stringPropertyNames()).containsAll(keys);
    }
}
