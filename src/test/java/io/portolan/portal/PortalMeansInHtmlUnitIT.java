package io.portolan.portal;

import io.portolan.journal.Evidence;

/** The same legs in HtmlUnit, as on a machine that has no browser. */
class PortalMeansInHtmlUnitIT extends PortalMeansIT {

    @Override
    SeleniumDrivers drivers(PortalSettings settings) {
        return new SeleniumHtmlUnitDrivers();
    }

    @Override
    Evidence.Kind whatIsKeptOfAPage() {
        return Evidence.Kind.PAGE_TEXT;
    }
}
