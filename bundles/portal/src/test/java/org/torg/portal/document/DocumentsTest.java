package org.torg.portal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.torg.api.RefusedException;
import org.torg.api.document.DocumentRenderer;
import org.torg.portal.look.Reader;
import org.torg.portal.office.NoVendors;
import org.torg.portal.page.Reply;

class DocumentsTest {

    private static final Reader READER = new Reader(Locale.ENGLISH, ZoneId.of("UTC"), new NoVendors());
    private static final DocumentRenderer ECHO = (page, out) ->
            out.write((page.title() + "|" + page.body() + "|" + page.style()).getBytes(StandardCharsets.UTF_8));

    private final Documents documents = new Documents();

    private Reply reply(String accent) {
        return documents.reply("order-L/1 Æ", "Order L1", READER, accent, out -> out.writeContent("<p>a</p>"));
    }

    @Test
    void documentsAreOfferedWhileSomebodyMakesThem() {
        assertThat(documents.areMade()).isFalse();
        documents.addRenderer(ECHO);
        assertThat(documents.areMade()).isTrue();
        documents.removeRenderer(ECHO);
        assertThat(documents.areMade()).isFalse();
        assertThatThrownBy(() -> reply("")).isInstanceOf(RefusedException.class).hasMessage("document-not-made");
    }

    @Test
    void aDocumentHasAPlainNameTheVendorsColourAndWhatThePageSays() throws IOException {
        documents.addRenderer(ECHO);
        Reply.Download file = (Reply.Download) reply("#0b5f8a");
        assertThat(file.type()).isEqualTo("application/pdf");
        assertThat(file.name()).isEqualTo("order-L-1--.pdf");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.content().writeTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Order L1|<p>a</p>|")
                .endsWith(".awning{background-color:#0b5f8a}\n");
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ((Reply.Download) reply("red;} *{display:none")).content().writeTo(plain);
        assertThat(plain.toString(StandardCharsets.UTF_8)).doesNotContain("display:none");
    }

    @Test
    void oneThatCannotBeMadeIsRefusedBeforeAnythingIsAnswered() {
        documents.addRenderer((page, out) -> {
            throw new IOException("too many");
        });
        assertThatThrownBy(() -> reply("")).isInstanceOf(RefusedException.class).hasMessage("document-not-made");
    }
}
