package org.torg.kernel.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.owasp.encoder.Encode;
import org.torg.kernel.notification.MailForm.Part;

/**
 * What a mail looks like, as plain text and as HTML of the same content: 600 pixels at most, without images, in the vendor's
 * colour, and in dark colours where the reader's program asks for them. Every text is escaped here, in one place.
 *
 * @param sender the vendor's name
 * @param link what a button leads to
 */
record MailLayout(MailForm form, String language, String sender, Accent accent, String subject, Optional<String> link) {

    private static final Pattern PLACE = Pattern.compile("%([A-Z_]+)%");

    String text() {
        StringBuilder out = new StringBuilder(form.greeting()).append("\n\n");
        for (Part part : form.body(link.isPresent())) {
            if (part instanceof Part.Button button) {
                out.append(button.label()).append(":\n").append(link.orElse("")).append("\n\n");
            } else if (part instanceof Part.Paragraph paragraph) {
                out.append(paragraph.text()).append("\n\n");
            }
        }
        return out.append(form.layout("closing"))
                .append('\n')
                .append(sender)
                .append("\n\n-- \n")
                .append(form.layout("footer", sender))
                .append('\n')
                .toString();
    }

    String html() {
        StringBuilder body = new StringBuilder(paragraph(form.greeting()));
        List<Part> parts = form.body(link.isPresent());
        for (Part part : parts) {
            if (part instanceof Part.Button button) {
                body.append(button(button.label()));
            } else if (part instanceof Part.Paragraph paragraph) {
                body.append(paragraph(paragraph.text()));
            }
        }
        body.append("<p>%s<br>%s</p>\n".formatted(escape(form.layout("closing")), escape(sender)));
        link.ifPresent(address -> body.append("<p class=\"small\">%s<br><span class=\"address\">%s</span></p>\n"
                .formatted(escape(form.layout("copy")), escape(address))));
        Map<String, String> values = Map.of(
                "LANGUAGE",
                Encode.forHtmlAttribute(language),
                "ACCENT",
                accent.background(),
                "ON_ACCENT",
                accent.foreground(),
                "SUBJECT",
                escape(subject),
                "SENDER",
                escape(sender),
                "FOOTER",
                escape(form.layout("footer", sender)),
                "BODY",
                body.toString());
        // In one pass: what a person has written is never looked at again.
        return PLACE.matcher(PAGE)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    private static String paragraph(String text) {
        return "<p>" + escape(text).replace("\n", "<br>") + "</p>\n";
    }

    private String button(String label) {
        return "<p><a class=\"button\" style=\"background:%s;color:%s\" href=\"%s\">%s</a></p>\n"
                .formatted(
                        accent.background(),
                        accent.foreground(),
                        Encode.forHtmlAttribute(link.orElse("")),
                        escape(label));
    }

    private static String escape(String text) {
        return Encode.forHtml(text);
    }

    /** Styles are in the head; width and the colours of the button also where programs find them that drop the head. */
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%LANGUAGE%" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>%SUBJECT%</title>
            <style>
            :root { color-scheme: light dark; supported-color-schemes: light dark; }
            body { margin: 0; padding: 24px 12px; background: #f3f4f6; color: #1a1a1a;
              font: 16px/1.55 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
            .sheet { max-width: 600px; margin: 0 auto; background: #ffffff; border-radius: 8px; }
            .bar { background: %ACCENT%; height: 6px; line-height: 6px; font-size: 0; border-radius: 8px 8px 0 0; }
            .content { padding: 28px 32px 12px; }
            .sender { margin: 0 0 20px; font-size: 20px; font-weight: 600; }
            p { margin: 0 0 18px; overflow-wrap: anywhere; }
            .button { display: inline-block; padding: 12px 22px; border-radius: 6px; background: %ACCENT%;
              color: %ON_ACCENT%; font-weight: 600; text-decoration: none; }
            .small, .footer { font-size: 13px; color: #595959; }
            .address { word-break: break-all; }
            .footer { max-width: 600px; margin: 14px auto 0; text-align: center; }
            @media (prefers-color-scheme: dark) {
              body { background: #121212; color: #ececec; }
              .sheet { background: #1e1e1e; }
              .small, .footer { color: #b3b3b3; }
            }
            @media (max-width: 480px) { .content { padding: 22px 20px 8px; } }
            </style>
            </head>
            <body>
            <table role="presentation" class="sheet" width="600" align="center" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px">
            <tr><td class="bar" bgcolor="%ACCENT%">&nbsp;</td></tr>
            <tr><td class="content">
            <p class="sender">%SENDER%</p>
            %BODY%</td></tr>
            </table>
            <p class="footer">%FOOTER%</p>
            </body>
            </html>
            """;
}
