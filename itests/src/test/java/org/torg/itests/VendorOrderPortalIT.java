package org.torg.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each vendor's customers come for: from the questions about an article to its order, which says all that was chosen. */
@ExtendWith(PortalShopExtension.class)
class VendorOrderPortalIT {

    private final PortalShop shop;

    VendorOrderPortalIT(PortalShop shop) {
        this.shop = shop;
    }

    private static Page.LocatorOptions has(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void choose(Page page, String question, String option) {
        Locator chosen = page.locator("fieldset")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("legend", new Page.LocatorOptions().setHasText(question))))
                .locator("label.choice", new Locator.LocatorOptions().setHasText(option))
                .first();
        chosen.click();
        assertThat(chosen.locator("input")).isChecked();
    }

    /** Somebody of a clinic, at its first location. */
    private Page atAClinic(String email) {
        Page page = shop.signedIn(email);
        page.navigate("/choose");
        page.locator("button[name=account][value*='/']").first().click();
        return page;
    }

    private static void order(Page page, String reference) {
        page.fill("#reference", reference);
        page.click("aside button[data-kind=main]");
    }

    @Test
    @Tag("H26")
    void aHearingClinicOrdersAPairForAPatient() {
        Page page = atAClinic("karin@lyssna-horselklinik.example");
        page.navigate("/products/hearing/BORG/configure");
        choose(page, "\u00d6ra", "B\u00e5da");
        choose(page, "F\u00e4rg", "Svart");
        page.fill("[name='recipient-name']", "\u00c5ke \u00d6berg");
        page.fill("[name='recipient-reference']", "J 4711");
        page.keyboard().press("Tab");
        assertThat(page.locator("aside [role=status]")).containsText("Allt \u00e4r besvarat");
        page.click("aside button[value=add]");

        // Two lines of the same article are told apart by what was chosen and for whom.
        Locator line = page.locator("li.item", has("\u00c5ke \u00d6berg"));
        assertThat(line).containsText("\u00d6ra: B\u00e5da, ett par");
        assertThat(line).containsText("F\u00e4rg: Svart");
        page.locator("a:has-text('Till kassan')").first().click();
        order(page, "H\u00f6rsel 1");
        assertThat(page.locator("li.item dl")).containsText("\u00c5ke \u00d6berg");
        assertThat(page.locator("li.item dl")).containsText("B\u00e5da, ett par");
        Browser.accessible(page);
        page.click("form[action$='/order'] button[data-kind=main]");

        assertThat(page.locator("h1")).containsText("Best\u00e4llning H");
        Locator aid = page.locator("li.item", has("BORG-P"));
        assertThat(aid).containsText("2 st.");
        assertThat(aid).containsText("\u00c5ke \u00d6berg");
        assertThat(aid).containsText("Svart");
    }

    @Test
    @Tag("D13")
    @Tag("D18")
    @Tag("D19")
    void aDentistOrdersASplintForAPatient() {
        Page page = atAClinic("hanne@solsiden-tannklinikk.example");
        page.navigate("/products/dental/SK-ANKER/configure");
        choose(page, "Sakstype", "Tannmodeller");
        page.locator("fieldset:has-text('Bittregistrering') label.choice")
                .first()
                .click();
        page.fill("[name='recipient-name']", "Liv Moe");
        page.getByLabel("Fremskyving ved start").fill("4");
        page.getByLabel("Fremskyving ved start").press("Tab");
        assertThat(page.locator("aside [role=status]")).containsText("Alt er besvart");
        page.click("aside button[value=add]");
        assertThat(page.locator("li.item", has("Liv Moe"))).containsText("Fremskyving ved start: 4");
        page.locator("a:has-text('Til kassen')").first().click();
        order(page, "Skinne 1");
        page.click("form[action$='/order'] button[data-kind=main]");

        assertThat(page.locator("h1")).containsText("Bestilling D");
        assertThat(page.locator("main")).containsText("Liv Moe");
        assertThat(page.locator("main")).containsText("Tannmodeller");
    }

    @Test
    @Tag("L22")
    void anInstallerOrdersALuminaireToMeasureAndLearnsWhatCannotBe() {
        Page page = shop.signedIn("ingrid@fjellheim-elektro.example");
        page.navigate("/products/lighting/LINJE/configure");
        choose(page, "Montering", "Nedhengt");
        page.fill("[name='a.length']", "2400");
        page.keyboard().press("Tab");
        choose(page, "Lysmengde", "H\u00f8y");
        Locator damp = page.locator("label.choice", has("IP44"));
        assertThat(damp).containsText("Ikke mulig. Nedhengte armaturer har IP20.");
        assertThat(damp.locator("input")).isDisabled();
        assertThat(page.locator("label.choice", has("30 W"))).containsText("for svak");
        choose(page, "Fargetemperatur", "3000");
        choose(page, "Dimming", "DALI");
        assertThat(page.locator("aside [role=status]")).containsText("Alt er besvart");
        page.click("aside button[value=add]");
        Locator line = page.locator("li.item", has("Linje armatur"));
        assertThat(line.first()).containsText("Montering: Nedhengt");
        assertThat(line.first()).containsText("Lengde: 2");
        page.locator("a:has-text('Til kassen')").first().click();
        order(page, "Linje 1");
        page.click("form[action$='/order'] button[data-kind=main]");
        assertThat(page.locator("h1")).containsText("Bestilling L");
        assertThat(page.locator("main")).containsText("3000 K");
    }
}
