package org.torg.itests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** Takes pictures of the main pages of the demo, for {@code docs/screenshots}; started by {@code docs/screenshots/take}. */
final class Screenshots {

    private static final String BUYER = "ingrid@fjellheim-elektro.example";
    private static final String CLINIC = "hanne@solsiden-tannklinikk.example";
    private static final String DOWNLIGHTS = "/catalogue?vendor=lighting&category=indoor%2Fdownlights";
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final int TALLEST = 1600;

    private final PortalShop shop;
    private final Path folder;
    private final Set<String> taken = new TreeSet<>();

    private Screenshots(PortalShop shop, Path folder) {
        this.shop = shop;
        this.folder = folder;
    }

    /** @param arguments the folder into which they go */
    public static void main(String[] arguments) throws IOException {
        PortalShop shop = new PortalShop();
        try {
            Screenshots screenshots = new Screenshots(shop, Path.of(arguments[0]));
            screenshots.customers();
            screenshots.clinic();
            screenshots.staff();
            screenshots.index();
        } finally {
            shop.close();
        }
    }

    private Page window(ColorScheme scheme, int width) {
        return shop.browser().open(scheme, width, true);
    }

    private void customers() throws IOException {
        Page stranger = window(ColorScheme.LIGHT, DESKTOP);
        take(stranger, "/sign-in", "sign-in");
        take(stranger, "/vendors/lighting/shipping", "vendor-shipping");
        Page page = shop.signedIn(BUYER, window(ColorScheme.LIGHT, DESKTOP));
        page.navigate(DOWNLIGHTS);
        String product = page.locator(".product h3 a").first().getAttribute("href");
        page.locator(".product h3 a").first().click();
        page.locator("aside .why summary").click();
        shoot(page, "product");
        page.fill("#quantity", "4");
        page.click("button[formaction='/projects/choose']");
        page.fill("#name", "Kontor, 2. etasje");
        page.click(PortalShop.MAIN);
        page.navigate("/projects");
        page.locator("main .rows a").first().click();
        shoot(page, "project-list");
        page.click("#ask button");
        shoot(page, "quote");
        page.navigate(product);
        page.fill("#quantity", "6");
        page.click("aside button[data-kind=main]");
        page.navigate("/cart");
        page.locator("header a:has-text('Lagre som favoritt')").first().click();
        page.fill("#name", "Vanlig påfyll");
        page.click(PortalShop.MAIN);
        take(page, "/favourites", "favourites");
        take(page, "/cart", "cart");
        page.locator("a:has-text('Til kassen')").first().click();
        page.fill("#reference", "PO 4711");
        shoot(page, "checkout");
        page.click("aside button[data-kind=main]");
        page.click("form[action$='/order'] button[data-kind=main]");
        page.reload();
        shoot(page, "order");
        take(page, "/orders", "orders");
        take(page, "/invoices", "invoices");
        take(page, "/quick-order", "quick-order");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String dark = scheme == ColorScheme.DARK ? "-dark" : "";
            Page wide = shop.signedIn(BUYER, window(scheme, DESKTOP));
            take(wide, "/", "start" + dark);
            take(wide, DOWNLIGHTS, "catalogue" + dark);
        }
        Page phone = shop.signedIn(BUYER, window(ColorScheme.LIGHT, PHONE));
        take(phone, "/", "start-phone");
        take(phone, DOWNLIGHTS, "catalogue-phone");
        take(phone, product, "product-phone");
    }

    private void clinic() throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = shop.signedIn(CLINIC, window(scheme, DESKTOP));
            page.navigate("/choose");
            page.locator("button[name=account][value*='/']").first().click();
            take(
                    page,
                    "/products/dental/SK-ANKER/configure",
                    scheme == ColorScheme.DARK ? "configurator-dark" : "configurator");
        }
    }

    /** Whatever the menu of the back office leads to. */
    private void staff() throws IOException {
        for (String role : List.of("staff-orders", "staff-catalog", "staff-modules", "administrator")) {
            if (!shop.market().has(role)) {
                continue;
            }
            Page page = shop.staff(role, window(ColorScheme.LIGHT, DESKTOP));
            List<String> paths = page.locator(".side nav a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .collect(Collectors.toList());
            take(page, "/office", "office");
            for (String path : paths) {
                take(page, path, path.substring(1).replace('/', '-'));
            }
        }
    }

    private void take(Page page, String path, String name) throws IOException {
        if (taken.contains(name)) {
            return;
        }
        Response response = page.navigate(path);
        if (response.status() == 200) {
            shoot(page, name);
        } else {
            System.out.println(path + " answers " + response.status() + ": no picture");
        }
    }

    private void shoot(Page page, String name) throws IOException {
        // Pictures below the fold are loaded when they are looked at.
        page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')");
        page.waitForFunction("Array.from(document.images).every(image => image.complete)");
        double height = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
        int width = page.viewportSize().width;
        byte[] picture = page.screenshot(
                new ScreenshotOptions().setFullPage(true).setClip(0, 0, width, Math.min(height, TALLEST)));
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(picture));
        BufferedImage few =
                new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette(full));
        Graphics2D pen = few.createGraphics();
        pen.drawImage(full, 0, 0, null);
        pen.dispose();
        ImageIO.write(few, "png", folder.resolve(name + ".png").toFile());
        taken.add(name);
    }

    /** The 256 colours that are used most: pages have few. */
    private static IndexColorModel palette(BufferedImage image) {
        int[] counts = new int[1 << 15];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                counts[(rgb >> 9 & 0x7c00) | (rgb >> 6 & 0x3e0) | (rgb >> 3 & 0x1f)]++;
            }
        }
        List<Integer> most = java.util.stream.IntStream.range(0, counts.length)
                .boxed()
                .filter(colour -> counts[colour] > 0)
                .sorted((one, other) -> Integer.compare(counts[other], counts[one]))
                .limit(256)
                .toList();
        byte[] red = new byte[most.size()];
        byte[] green = new byte[most.size()];
        byte[] blue = new byte[most.size()];
        for (int i = 0; i < most.size(); i++) {
            red[i] = (byte) ((most.get(i) >> 10 & 0x1f) * 255 / 31);
            green[i] = (byte) ((most.get(i) >> 5 & 0x1f) * 255 / 31);
            blue[i] = (byte) ((most.get(i) & 0x1f) * 255 / 31);
        }
        return new IndexColorModel(8, most.size(), red, green, blue);
    }

    private void index() throws IOException {
        StringBuilder text = new StringBuilder(
                "# Screenshots\n\nThe main pages with the demo's data. `docs/screenshots/take` takes them anew.\n");
        for (String name : taken) {
            text.append("\n## ")
                    .append(name)
                    .append("\n![")
                    .append(name)
                    .append("](")
                    .append(name)
                    .append(".png)\n");
        }
        Files.writeString(folder.resolve("README.md"), text);
    }
}
