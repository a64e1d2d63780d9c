/** Buying companies, their people, and signing in. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.account;
