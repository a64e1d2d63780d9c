package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class NameWordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Example
    void everyWayToWriteANordicNameIsOneWord() {
        assertThat(NameWords.words("Håkon"))
                .isEqualTo(NameWords.words("HAAKON"))
                .containsExactly("hakon");
        assertThat(NameWords.words("Sørensen")).isEqualTo(NameWords.words("Sörensen"));
        assertThat(NameWords.words("Sørensen")).isEqualTo(NameWords.words("Soerensen"));
        assertThat(NameWords.words("Ærø Mäkinen")).isEqualTo(NameWords.words("AEROE MAEKINEN"));
        assertThat(NameWords.words("Étienne Müller")).containsExactly("etienne", "muller");
        assertThat(NameWords.words("Áššu Ŋ")).containsExactly("assu", "n");
        assertThat(NameWords.words("Anne-Grethe O'Hara, dr.")).containsExactly("anne", "grethe", "o", "hara", "dr");
    }

    @Example
    void identityNumbersAreNotSearched() {
        assertThat(NameWords.beginnings("J-31129956715 Kari", TODAY))
                .doesNotContain("311299")
                .contains("kari");
        assertThat(NameWords.beginnings("640823-3234", TODAY)).isEmpty();
        assertThat(NameWords.beginnings("131052-308T", TODAY)).isEmpty();
        assertThat(NameWords.beginnings("J 20260042", TODAY)).contains("20260042");
    }

    @Property
    void everyBeginningOfAWordFindsIt(
            @ForAll
                    @Chars({'å', 'ä', 'ö', 'æ', 'ø', 'Å', 'Ø', 'é'})
                    @CharRange(from = 'a', to = 'f')
                    @CharRange(from = 'n', to = 'p')
                    @StringLength(min = 1, max = 30)
                    String name,
            @ForAll @IntRange(min = 1, max = 30) int length) {
        String typed = name.substring(0, Math.min(length, name.length()));

        assertThat(NameWords.beginnings(name, TODAY)).containsAll(NameWords.words(typed));
    }
}
