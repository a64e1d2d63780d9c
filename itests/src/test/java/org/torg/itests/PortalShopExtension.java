package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Opens the {@link PortalShop} with the first class that asks for it and closes it after the last test of the run. After each test the
 * windows are closed, and nothing may have been wrong in them.
 */
final class PortalShopExtension implements ParameterResolver, AfterEachCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PortalShop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shop(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browser browser = shop(context).browser();
        browser.closeWindows();
        assertThat(browser.complaints()).isEmpty();
    }

    private static PortalShop shop(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(PortalShop.class, type -> new PortalShop(), PortalShop.class);
    }
}
