package org.torg.api.vendor;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.LocalizedText;
import org.torg.api.account.Address;

/**
 * What a vendor tells its customers beside its goods: data, the same for the life of the bundle. Each text has all languages of
 * the vendor, and may have more. What is alive, such as prices of freight, is not written here: the kernel adds it.
 *
 * @param help each task at most once (D12)
 * @param shipping who delivers and how (L42)
 * @param payment how is paid (L53)
 * @param contacts per market, and the head office (H58, H59, D50)
 */
public record Information(List<Help> help, Leaflet shipping, Leaflet payment, List<ContactPoint> contacts) {

    public static final Information NONE = new Information(List.of(), Leaflet.NONE, Leaflet.NONE, List.of());

    /** What a page of information is about. */
    public enum Topic {
        HELP,
        SHIPPING,
        PAYMENT,
        CONTACT
    }

    /** At which work of the customer help is needed. */
    public enum Task {
        SIGN_IN,
        ORDER,
        CONFIGURE,
        PAUSE,
        SAVE_FAVOURITE,
        QUOTE,
        DELIVERY,
        TRACK,
        CHANGE_ORDER,
        RETURN,
        PAY,
        MANAGE_ACCOUNT
    }

    /** For one task: to look at, and to read. */
    public record Help(Task task, List<Guide> guides, List<Faq> questions) {
        public Help {
            guides = List.copyOf(guides);
            questions = List.copyOf(questions);
        }
    }

    /** @param links by language, {@code https} only; the reader's own, else English, else any is shown */
    public record Guide(Form form, LocalizedText title, Map<String, URI> links) {

        public enum Form {
            VIDEO,
            PAGES
        }

        public Guide {
            links = Map.copyOf(links);
        }
    }

    /** A question that is often asked. */
    public record Faq(LocalizedText question, LocalizedText answer) {}

    /**
     * @param figures keys of the vendor's parameters whose values are shown beside the text, in this order
     */
    public record Leaflet(List<Section> sections, List<String> figures) {

        public static final Leaflet NONE = new Leaflet(List.of(), List.of());

        public record Section(LocalizedText title, LocalizedText text) {}

        public Leaflet {
            sections = List.copyOf(sections);
            figures = List.copyOf(figures);
        }
    }

    /**
     * Where somebody answers.
     *
     * @param market ISO 3166-1 alpha-2; empty for the whole world
     * @param purpose for what, such as technical questions; empty for everything
     */
    public record ContactPoint(
            Role role,
            Optional<String> market,
            String name,
            Optional<Address> address,
            String phone,
            String email,
            Optional<LocalizedText> purpose) {

        public enum Role {
            /** The company that sells in the market. */
            SALES_COMPANY,
            HEAD_OFFICE
        }
    }

    public Information {
        help = List.copyOf(help);
        contacts = List.copyOf(contacts);
    }
}
