"""Which proxy an address is asked through: the system's, none, or one set by hand."""

from dataclasses import dataclass

from kundenradar.context import SettingsFile
from kundenradar.credentials import PROXY, Credentials
from kundenradar.domain.secrets import Secrets


@dataclass(frozen=True, slots=True)
class ProxyChoice:
    """Answers per address, by the preferences in force. May block: system settings, keyring."""

    settings: SettingsFile
    credentials: Credentials

    def __call__(self, url: str) -> str | None:
        """The proxy of an address (``http://[user:password@]host:port``), or None."""
        from kundenradar.feeds.network import environment_proxy, manual_proxy

        current = self.settings.current
        if current.proxy == "none":
            return None
        if current.proxy != "system":
            login = self.credentials.get(PROXY) or Secrets()
            return manual_proxy(url, current.proxy, current.proxy_exceptions, login.user, login.password)
        proxy = environment_proxy(url)
        return self._with_login(proxy) if proxy else None

    def state(self) -> object:
        """Differs when the owner has chosen anew, or entered another login: answers of before hold no longer."""
        current = self.settings.current
        return current.proxy, current.proxy_exceptions, self.credentials.changes

    def _with_login(self, proxy: str) -> str:
        """A system's proxy with the login that was entered here, if it brings none of its own."""
        if "@" in proxy:
            return proxy
        login = self.credentials.get(PROXY)
        if login is None or not login.user:
            return proxy
        from kundenradar.feeds.network import manual_proxy

        return manual_proxy("", proxy, (), login.user, login.password) or proxy
