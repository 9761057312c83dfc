# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'keys.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject)
from PySide6.QtWidgets import (QFrame, QHBoxLayout,
    QPushButton, QSizePolicy, QSpacerItem,
    QTreeWidget, QVBoxLayout)

class Ui_Keys(object):
    def setupUi(self, Keys):
        if not Keys.objectName():
            Keys.setObjectName(u"Keys")
        Keys.resize(620, 520)
        self.outer = QVBoxLayout(Keys)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.list = QTreeWidget(Keys)
        self.list.setObjectName(u"list")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setHeaderHidden(True)
        self.list.setColumnCount(2)

        self.outer.addWidget(self.list)

        self.button_row = QHBoxLayout()
        self.button_row.setObjectName(u"button_row")
        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.ok = QPushButton(Keys)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)


        self.outer.addLayout(self.button_row)


        self.retranslateUi(Keys)
        self.ok.clicked.connect(Keys.accept)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(Keys)
    # setupUi

    def retranslateUi(self, Keys):
        Keys.setWindowTitle(QCoreApplication.translate("Keys", u"\u5feb\u6377\u952e", None))
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("Keys", u"\u5feb\u6377\u952e\u6e05\u5355", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("Keys", u"\u77e5\u9053\u4e86", None))
    # retranslateUi

