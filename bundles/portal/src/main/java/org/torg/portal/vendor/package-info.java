/** What vendors tell beside their goods. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.vendor;
