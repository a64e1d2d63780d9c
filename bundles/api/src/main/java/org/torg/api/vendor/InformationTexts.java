package org.torg.api.vendor;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.torg.api.vendor.Information.Faq;
import org.torg.api.vendor.Information.Guide;
import org.torg.api.vendor.Information.Help;
import org.torg.api.vendor.Information.Leaflet;
import org.torg.api.vendor.Information.Leaflet.Section;
import org.torg.api.vendor.Information.Task;

/**
 * A vendor's information out of texts with these keys, numbered from 1 without a gap: {@code help.<task>.video} and
 * {@code .pages}, each with {@code .link}; {@code help.<task>.<n>.question} and {@code .answer}; {@code shipping.<n>.title} and
 * {@code .text}; {@code payment.<n>.title} and {@code .text}. Tasks are written in kebab case. Each key has all languages.
 *
 * @param texts word for word, not as patterns
 */
public record InformationTexts(Texts texts) {

    /** Of tasks about which there is anything, in their order. */
    public List<Help> help() {
        return Arrays.stream(Task.values())
                .map(task -> {
                    String at = "help." + task.name().toLowerCase(Locale.ROOT).replace('_', '-');
                    return new Help(task, guides(at), questions(at));
                })
                .filter(help -> !help.guides().isEmpty() || !help.questions().isEmpty())
                .toList();
    }

    /** @param figures as in {@link Leaflet#figures()} */
    public Leaflet shipping(String... figures) {
        return new Leaflet(sections("shipping"), List.of(figures));
    }

    /** @param figures as in {@link Leaflet#figures()} */
    public Leaflet payment(String... figures) {
        return new Leaflet(sections("payment"), List.of(figures));
    }

    private List<Guide> guides(String at) {
        List<Guide> guides = new ArrayList<>();
        for (Guide.Form form : Guide.Form.values()) {
            String key = at + "." + form.name().toLowerCase(Locale.ROOT);
            if (has(key)) {
                Map<String, URI> links = new TreeMap<>();
                texts.words(key + ".link")
                        .byLanguage()
                        .forEach((language, link) -> links.put(language, URI.create(link)));
                guides.add(new Guide(form, texts.words(key), links));
            }
        }
        return guides;
    }

    private List<Faq> questions(String at) {
        List<Faq> questions = new ArrayList<>();
        for (int n = 1; has(at + "." + n + ".question"); n++) {
            String key = at + "." + n;
            questions.add(new Faq(texts.words(key + ".question"), texts.words(key + ".answer")));
        }
        return questions;
    }

    private List<Section> sections(String at) {
        List<Section> sections = new ArrayList<>();
        for (int n = 1; has(at + "." + n + ".title"); n++) {
            String key = at + "." + n;
            sections.add(new Section(texts.words(key + ".title"), texts.words(key + ".text")));
        }
        return sections;
    }

    private boolean has(String key) {
        return texts.byLanguage().values().stream().anyMatch(language -> language.containsKey(key));
    }
}
