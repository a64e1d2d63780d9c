package org.torg.kernel.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class PlainTextsTest {

    @Property
    void whatIsWrittenIsReadAsItWasAndNeverAFormula(
            @ForAll
                    @StringLength(max = 12)
                    @Chars({'=', '+', '-', '@', '\t', '\r', '\'', '\n', 'ø'})
                    @CharRange(from = 'a', to = 'c')
                    String text) {
        String written = PlainTexts.write(text);

        assertThat(PlainTexts.read(written)).isEqualTo(text);
        assertThat(written).doesNotMatch("(?s)[=+\\-@\t\r].*");
    }
}
