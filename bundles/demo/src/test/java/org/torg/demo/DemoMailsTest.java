package org.torg.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.api.notification.MailTransport.Mail;

class DemoMailsTest {

    @TempDir
    Path data;

    @Test
    void eachMailIsAFileAndTheNewestIsNamedSo() throws IOException {
        Path folder = data.resolve("mails");
        for (int i = 1; i <= 2; i++) {
            Instant now = Instant.parse("2026-03-31T08:15:30Z").plusSeconds(i);
            new DemoMails(folder, () -> now)
                    .send(new Mail(
                            "mail-" + i,
                            List.of("kari+" + i + "@fjellheim.example"),
                            "Lysverk",
                            Optional.empty(),
                            "Hei\r\nBcc: all@evil.example",
                            "Blåbær " + i,
                            "<p>Blåbær</p>",
                            "nb"));
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "20260331-081531-000-mail-1.eml", "20260331-081532-000-mail-2.eml", "newest.eml");
        }
        assertThat(folder.resolve("newest.eml"))
                .content()
                .contains("To: kari+2@fjellheim.example\n", "Subject: Hei Bcc: all@evil.example\n", "\nBlåbær 2\n");
    }
}
